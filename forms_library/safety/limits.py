"""What a child process may use. Set by the child itself, after its own imports and before it touches a file."""

import resource
from dataclasses import astuple, dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Memory and files in megabytes, times in seconds; how many processes and threads may be started."""

    memory: int = 1_200
    cpu: int = 9
    wall: int = 12
    file: int = 96
    open_files: int = 64
    processes: int = 0

    def as_argument(self) -> str:
        return ",".join(str(value) for value in astuple(self))

    @classmethod
    def from_argument(cls, text: str) -> "Limits":
        return cls(*(int(value) for value in text.split(",")))

    def apply(self) -> None:
        """To this process and all that it starts."""
        for kind, value in (
            (resource.RLIMIT_AS, self.memory * MEGABYTE),
            (resource.RLIMIT_FSIZE, self.file * MEGABYTE),
            (resource.RLIMIT_NOFILE, self.open_files),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NPROC, self.processes),
        ):
            resource.setrlimit(kind, (value, value))
        resource.setrlimit(resource.RLIMIT_CPU, (self.cpu, self.cpu + 1))
