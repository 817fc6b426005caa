"""How workers know of each other that they are alive: each adds to a counter of its own, again and again.

Who is dead is told by counting, not by clocks. A worker is dead when it has not added to its counter while another one
added to its own twelve times. So a clock that jumps, machines whose clocks differ, or a database that lets nobody write
for a minute make nobody look dead.
"""

import os
import secrets
import socket
from collections.abc import Mapping
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from knowledge.models import Worker

BEAT = 5.0  # seconds
LATELY = timedelta(minutes=2)
SILENT_BEATS = 12  # of a minute in all: longer than SQLite makes a writer wait


class Watch:
    """Notices who has fallen silent."""

    def __init__(self, patience: int = SILENT_BEATS) -> None:
        self._patience = patience
        self._known: dict[str, tuple[int, int]] = {}  # name -> beats, how often they were seen unchanged

    def look(self, beats: Mapping[str, int]) -> list[str]:
        """Compare the counters of the others with those of the last looks; answers the names of the silent ones."""
        before = self._known
        self._known = {name: (count, _unchanged(before.get(name), count)) for name, count in beats.items()}
        return [name for name, (_count, unchanged) in self._known.items() if unchanged >= self._patience]


def _unchanged(before: tuple[int, int] | None, beats: int) -> int:
    return before[1] + 1 if before and before[0] == beats else 0


def appear() -> str:
    """Be known as a worker from now on; answers the name, which no other ever had."""
    name = secrets.token_hex(16)
    _make_row(name)
    return name


def beat(name: str) -> None:
    """Say that this worker is alive, also if another one has thought it dead."""
    if not Worker.objects.filter(name=name).update(beats=F("beats") + 1, seen_at=timezone.now()):
        _make_row(name)


def leave(name: str) -> None:
    """This worker does no more tasks."""
    Worker.objects.filter(name=name).delete()


def alive() -> list[Worker]:
    """Those that were seen lately, as far as clocks can tell; for people to read."""
    return list(Worker.objects.filter(seen_at__gte=timezone.now() - LATELY))


def forget_silent(watch: Watch, name: str) -> list[Worker]:
    """Take out those that have fallen silent, as this worker sees it; answers who they were."""
    others = {worker.name: worker for worker in Worker.objects.exclude(name=name)}
    silent = [others[other] for other in watch.look({worker.name: worker.beats for worker in others.values()})]
    return [worker for worker in silent if Worker.objects.filter(name=worker.name, beats=worker.beats).delete()[0]]


def _make_row(name: str) -> None:
    Worker.objects.create(name=name, host=socket.gethostname()[:255], process=os.getpid())
