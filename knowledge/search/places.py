"""Where an index lies on disk: generations side by side, a link to the live one, locks and notes beside them.

::

    index -> index-1790000000000000000   what readers read
    index-1780000000000000000            the one before, for readers that still have it open
    .index.changes                       what changed while a rebuild is under way
    .index.behind                        a bulk change is under way, or was killed
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO


class Busy(Exception):  # noqa: N818 -- a state, not a fault
    """Somebody else holds the lock."""


Change = tuple[str, list[int]]  # a model's label and primary keys: ("guides.guidepage", [7, 8])


@dataclass(frozen=True)
class IndexPlace:
    """The place of one index. ``live`` is the path that readers open."""

    live: Path

    def _beside(self, name: str) -> Path:
        return self.live.parent / f".{self.live.name}.{name}"

    # --- locks ----------------------------------------------------------------------------------------------------

    @contextmanager
    def lock(self, name: str, wait: bool = True) -> Iterator[None]:
        """One process at a time; the lock of a killed process is free. Raises ``Busy`` where not waiting."""
        self.live.parent.mkdir(parents=True, exist_ok=True)
        with self._beside(f"{name}.lock").open("w") as file:
            _acquire(file, fcntl.LOCK_EX, wait)
            yield

    # --- generations ----------------------------------------------------------------------------------------------

    def generations(self) -> list[Path]:
        """All directories of this index, the oldest first, those of killed builds among them."""
        found = self.live.parent.glob(f"{self.live.name}-*")
        return sorted(path for path in found if path.name.removeprefix(f"{self.live.name}-").isdigit())

    def size(self) -> int:
        """Bytes of the live generation; 0 where there is none."""
        return sum(path.stat().st_size for path in self.live.resolve().rglob("*") if path.is_file())

    def began_at(self) -> datetime | None:
        """When the live generation began to be built: what was committed before is in it. ``None`` if nobody knows."""
        began = self.live.resolve().name.removeprefix(f"{self.live.name}-")
        return datetime.fromtimestamp(int(began) / 1e9, UTC) if began.isdigit() else None

    def new_generation(self) -> Path:
        """An empty directory to build in, readable for this account alone: Whoosh unpickles what it finds there."""
        path = self.live.parent / f"{self.live.name}-{time.time_ns()}"
        path.mkdir(parents=True, mode=0o700)
        return path

    def publish(self, generation: Path) -> None:
        """Make this generation the live one, in one step for readers; keep the one before it, remove the others."""
        before = self.live.resolve()
        link = self._beside("link")
        link.unlink(missing_ok=True)
        link.symlink_to(generation.name)
        if self.live.is_dir() and not self.live.is_symlink():
            before = self.live.rename(self.live.parent / f"{self.live.name}-{time.time_ns()}")
        link.replace(self.live)
        for path in self.generations():
            if path not in (generation, before):
                shutil.rmtree(path, ignore_errors=True)

    # --- what changes during a rebuild ----------------------------------------------------------------------------

    def start_notes(self) -> None:
        """From now on changes are noted: a rebuild has begun to read. Call it under the lock ``changes``."""
        self._beside("changes").write_text("", encoding="utf-8")

    def note(self, change: Change) -> None:
        """Note a change where a rebuild is under way. Call it under the lock ``changes``."""
        notes = self._beside("changes")
        if notes.exists():
            with notes.open("a", encoding="utf-8") as file:
                file.write(json.dumps(change) + "\n")

    def take_notes(self) -> list[Change]:
        """What changed since ``start_notes``, which ends with it. Call it under the lock ``changes``."""
        notes = self._beside("changes")
        lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
        notes.unlink(missing_ok=True)
        return [(label, keys) for label, keys in map(json.loads, lines)]

    # --- bulk changes ---------------------------------------------------------------------------------------------

    @contextmanager
    def behind(self) -> Iterator[None]:
        """The index is behind the database from now on. The mark stays, also when this process is killed, until a
        rebuild removes it.
        """
        with self.lock("changes"):
            file = self._beside("behind").open("a")
            _acquire(file, fcntl.LOCK_SH, wait=True)
        with file:
            yield

    def is_abandoned(self) -> bool:
        """Was a bulk change killed before its rebuild?"""
        try:
            with self._beside("behind").open() as mark:
                _acquire(mark, fcntl.LOCK_EX, wait=False)
        except (FileNotFoundError, Busy):
            return False
        return True

    def caught_up(self) -> None:
        """Remove the mark unless a bulk change is under way. Call it under the lock ``changes``."""
        if self.is_abandoned():
            self._beside("behind").unlink(missing_ok=True)


def _acquire(file: IO[str], operation: int, wait: bool) -> None:
    try:
        fcntl.flock(file, operation | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError as error:
        raise Busy(os.fspath(file.name)) from error
