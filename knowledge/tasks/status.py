"""How the tasks are, for those who keep the hall running."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult


@dataclass(frozen=True)
class QueueStatus:
    """Numbers of tasks."""

    waiting: int
    again: int  # of those that wait: were tried before
    running: int
    failed: int  # for good

    def __str__(self) -> str:
        again = f" ({self.again} to be tried again)" if self.again else ""
        return f"{self.waiting} waiting{again}, {self.running} running, {self.failed} failed"


def queues() -> list[str]:
    """The names of those that have tasks."""
    return sorted(DBTaskResult.objects.order_by().values_list("queue_name", flat=True).distinct())


def status_of(queue: str, failed_since: datetime | None = None) -> QueueStatus:
    """The tasks of a queue. Of failures those count that began at the time given, or later."""
    tasks = DBTaskResult.objects.filter(queue_name=queue).order_by()
    if failed_since:
        tasks = tasks.exclude(status=TaskResultStatus.FAILED, started_at__lt=failed_since)
    numbers = Counter(dict(tasks.values_list("status").annotate(Count("pk"))))
    return QueueStatus(
        waiting=numbers[TaskResultStatus.READY],
        again=tasks.filter(~Q(worker_ids=[]), status=TaskResultStatus.READY).count(),
        running=numbers[TaskResultStatus.RUNNING],
        failed=numbers[TaskResultStatus.FAILED],
    )
