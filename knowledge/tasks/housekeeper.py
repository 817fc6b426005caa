"""A thread beside the worker: says that it is alive, looks after the tasks of others, sets periodic jobs going.

It goes on while the worker is busy with one long task.
"""

import logging
import threading
from typing import Self

from django.db import Error, close_old_connections, connection
from django.utils import timezone

from . import heartbeats, periodic, recovery

logger = logging.getLogger(__name__)
STOPPING = 3.0  # seconds that a stop waits for a round that is under way


class Housekeeper:
    """``with Housekeeper() as housekeeper:`` does a round every ``beat`` seconds for the worker of its ``name``."""

    def __init__(self, beat: float = heartbeats.BEAT) -> None:
        self._beat = beat
        self._watch = heartbeats.Watch()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="housekeeper", daemon=True)
        self.name = ""

    def __enter__(self) -> Self:
        self.name = heartbeats.appear()
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._stopping.set()
        self._thread.join(STOPPING)
        try:
            heartbeats.leave(self.name)
        except Error:
            logger.warning("Could not say that this worker ends; the others will notice")

    def _work(self) -> None:
        while True:
            try:
                self.round()
            except Exception:  # whatever it is: a worker that falls silent would be taken for dead
                logger.exception("The housekeeper could not finish its round")
                connection.close()
            if self._stopping.wait(self._beat):
                connection.close()
                return

    def round(self) -> None:
        """Once everything."""
        close_old_connections()
        heartbeats.beat(self.name)
        for worker in heartbeats.forget_silent(self._watch, self.name):
            logger.warning("Worker %s is dead", worker)
        recovery.settle_lost()
        recovery.settle_failed()
        periodic.enqueue_due(timezone.now())
