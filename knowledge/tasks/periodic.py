"""What is done again and again. Every app may have a module ``jobs``, which is imported at start::

    @daily
    def prune_something() -> None: ...

A job is a task like any other when its time has come: one worker does it, and nothing is lost if that one is killed.
It may be done once more than it should, so doing it again must do no harm.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from knowledge.models import PeriodicJob

from .kinds import repeatable

QUEUE = "periodic"
PRIORITY = 20  # before everything else: it is short, and was promised for a time
ATTEMPTS = 3  # then the next time will do

Work = TypeVar("Work", bound=Callable[[], Any])


@dataclass(frozen=True)
class Job:
    """A function and how often it is to be called."""

    name: str  # its path
    work: Callable[[], Any]
    interval: timedelta


_jobs: dict[str, Job] = {}


def every(interval: timedelta) -> Callable[[Work], Work]:
    """Declare that a function is called whenever so much time has passed."""

    def register(work: Work) -> Work:
        name = f"{work.__module__}.{work.__qualname__}"
        _jobs[name] = Job(name, work, interval)
        return work

    return register


daily = every(timedelta(days=1))


def jobs() -> list[Job]:
    """All that there are."""
    return list(_jobs.values())


@repeatable(attempts=ATTEMPTS)
@task(queue_name=QUEUE, priority=PRIORITY)
def run_job(name: str) -> None:
    """Do a job now. One that an update has taken away needs nothing."""
    if job := _jobs.get(name):
        job.work()


def is_due(last: datetime | None, interval: timedelta, now: datetime) -> bool:
    """Has the time come? After a long pause it has come once, not as often as it was missed.

    A last time that lies further ahead than the next one could was noted by a clock that was wrong.
    """
    return last is None or now - last >= interval or last - now > interval


def enqueue_due(now: datetime) -> list[str]:
    """Give the workers what is due and not under way; of many who do so at once, one does. Answers the names."""
    last = dict(PeriodicJob.objects.values_list("name", "started_at"))
    due = [job.name for job in jobs() if is_due(last.get(job.name), job.interval, now)]
    return [name for name in due if _enqueue(name, last.get(name), now)]


def _enqueue(name: str, last: datetime | None, now: datetime) -> bool:
    PeriodicJob.objects.get_or_create(name=name)
    with transaction.atomic():
        mine = PeriodicJob.objects.filter(name=name, started_at=last).update(started_at=now)
        if not mine or _is_under_way(name):
            return False
        run_job.enqueue(name)
    return True


def _is_under_way(name: str) -> bool:
    unfinished = DBTaskResult.objects.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    return unfinished.filter(task_path=run_job.module_path, args_kwargs__args=[name]).exists()
