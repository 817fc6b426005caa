"""What a parser may do when a file has taken it over. Run in child processes by ``test_process``."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from forms_library.safety.reasons import Reason, Refused


def give_back(data: bytes, **arguments: Any) -> dict[str, Any]:
    return {"data": data, "arguments": arguments}


def take_memory(data: bytes) -> int:
    return len(bytearray(8_000_000_000))


def never_end(data: bytes) -> None:
    while True:
        pass


def sleep(data: bytes) -> None:
    time.sleep(600)


def leave_somebody_behind(data: bytes, note: str) -> None:
    """Starts a program that outlives its parent unless it is stopped with it."""
    left = subprocess.Popen(["/bin/sleep", "600"])
    Path(note).write_text(str(left.pid))
    time.sleep(600)


def fill_the_disk(data: bytes) -> None:
    with Path("large").open("wb") as file:
        file.writelines(b"\0" * 1_000_000 for _piece in range(1_000))


def open_many_files(data: bytes) -> int:
    return len([Path("input").open("rb") for _file in range(1_000)])


def crash(data: bytes) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def shout(data: bytes) -> str:
    sys.stdout.write("x" * 1_000_000)
    return "done"


def raise_something(data: bytes) -> None:
    raise LookupError("inside the parser")


def refuse(data: bytes) -> None:
    raise Refused(Reason.ENCRYPTED, "because")


def look_around(data: bytes) -> dict[str, Any]:
    """What the process knows: its environment and the files in its directory."""
    return {
        "environment": dict(os.environ),
        "files": sorted(path.name for path in Path().iterdir()),
        "folder": str(Path.cwd()),
    }


def forge_an_answer(data: bytes) -> None:
    """Writes what is no answer and goes, as a parser that was taken over might."""
    Path("result").write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    os._exit(0)
