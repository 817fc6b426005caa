"""Tasks in a real database, and workers that can be killed."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from knowledge.tasks import periodic
from knowledge.tasks.worker import serve

FORK = multiprocessing.get_context("fork")
QUICKLY = 0.05  # seconds; the beat and the interval of the workers of these tests
PATIENCE = 60.0


@pytest.fixture
def database_tasks(own_database: None, settings: Any) -> None:
    """Tasks are rows of a database in which transactions end."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}


@pytest.fixture
def deeds(tmp_path: Path) -> Path:
    """The file that the tasks of ``deeds`` write into."""
    return tmp_path / "deeds"


class Workers:
    """Processes that do tasks."""

    def __init__(self) -> None:
        self.all: list[BaseProcess] = []

    def start(self, **options: Any) -> BaseProcess:
        connection.close()  # of which a child would take over one end
        worker = FORK.Process(target=serve, kwargs={"interval": QUICKLY, "beat": QUICKLY, **options})
        worker.start()
        self.all.append(worker)
        return worker

    @staticmethod
    def send(worker: BaseProcess, number: signal.Signals) -> None:
        """Give it a signal, and wait for its end."""
        os.kill(worker.pid or 0, number)
        worker.join(PATIENCE)
        assert worker.exitcode is not None


@pytest.fixture
def workers(database_tasks: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """They do the tasks of the test and nothing else."""
    monkeypatch.setattr(periodic, "_jobs", {})
    workers = Workers()
    yield workers
    for worker in workers.all:
        worker.kill()
        worker.join()


def wait_until(condition: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)
