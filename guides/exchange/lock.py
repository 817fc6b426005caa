"""One import at a time. The lock goes with the process that holds it, also when that is killed."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from guides.codes import ImportState
from guides.models import ImportRun

LOCK = "lock"


class BusyError(Exception):
    """Another import, or the undoing of one, is under way."""


def exchange_directory() -> Path:
    """Where uploads wait until they are applied; readable by the service's user alone."""
    path = Path(settings.STATE_DIR) / "exchange"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


@contextmanager
def only_import() -> Iterator[None]:
    """Raises ``BusyError`` while another process holds the lock. Runs that a dead process left are marked."""
    with (exchange_directory() / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        under_way = ImportRun.objects.filter(state__in=[ImportState.APPLYING, ImportState.UNDOING])
        under_way.update(state=ImportState.INTERRUPTED)
        yield


def mark_interrupted() -> None:
    """Mark the runs whose process was killed, if no other is at work."""
    try:
        with only_import():
            pass
    except BusyError:
        return
