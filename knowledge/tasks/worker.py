"""The worker: that of django-tasks-db, which also does many tasks of a kind at once, and begins anew after a fault."""

import logging
import time
from collections.abc import Sequence

from django.db import connection, transaction
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from .heartbeats import BEAT
from .housekeeper import Housekeeper
from .kinds import Together, kind_of
from .recovery import Result

logger = logging.getLogger(__name__)
INTERVAL = 1.0  # seconds between two looks for a task
MANY = 200  # tasks done at once at most
PAUSE = 5.0  # seconds before another start


class TaskWorker(Worker):
    """Does the tasks of all queues, one after another."""

    def __init__(self, name: str, *, interval: float = INTERVAL, until_empty: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=until_empty,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
        )

    def run_task(self, db_task_result: Result) -> None:
        """Do a task. Where its kind can, and it is tried for the first time, do those with it that wait like it.

        Those that failed together are tried again one by one.
        """
        together = kind_of(db_task_result.task_path).together
        if together is None or len(db_task_result.worker_ids) > 1:
            super().run_task(db_task_result)
            return
        self.running_task = True  # a signal to stop waits until all are done
        try:
            self._run_together(together, [db_task_result, *self._claim_others(db_task_result)])
        finally:
            self.running_task = False

    def _claim_others(self, first: Result) -> list[Result]:
        alike = {"task_path": first.task_path, "queue_name": first.queue_name, "backend_name": first.backend_name}
        waiting = DBTaskResult.objects.ready().filter(**alike, worker_ids=[])
        with exclusive_transaction():
            others = list(waiting.select_for_update(skip_locked=True)[: MANY - 1])
            for other in others:
                other.claim(self.worker_id)
        return others

    def _run_together(self, together: Together, results: Sequence[Result]) -> None:
        """The log is told once what became of all of them; the signals of single tasks are not sent."""
        try:
            together([result.args_kwargs["args"] for result in results])
        except Exception as error:
            logger.exception("%d tasks %s failed", len(results), results[0].task_path)
            with transaction.atomic():
                for result in results:
                    result.set_failed(error)
        else:
            with transaction.atomic():
                for result in results:
                    result.set_successful(None)


def serve(*, until_empty: bool = False, interval: float = INTERVAL, beat: float = BEAT) -> None:
    """Do tasks until a signal comes to stop, or, if so asked, until none is left.

    When the worker itself breaks down, the database being away for instance, it begins again under another name. What
    was under way is then a task of a worker that is gone, and is settled like every other one.
    """
    while not _served(until_empty, interval, beat):
        time.sleep(PAUSE)


def _served(until_empty: bool, interval: float, beat: float) -> bool:
    """Answers whether that was all."""
    worker: TaskWorker | None = None
    try:
        with Housekeeper(beat) as housekeeper:
            worker = TaskWorker(housekeeper.name, interval=interval, until_empty=until_empty)
            worker.configure_signals()
            worker.run()
    except Exception:
        logger.exception("The worker broke down")
        connection.close()
        return worker is not None and not worker.running
    return True
