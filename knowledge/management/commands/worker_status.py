"""Say how the workers and their tasks are."""

import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localtime

from knowledge.models import PeriodicJob
from knowledge.tasks.heartbeats import alive
from knowledge.tasks.status import queues, status_of


class Command(BaseCommand):
    help = (
        "Say who does the tasks, how many of each queue wait, and when the periodic jobs were done. Ends with 1 where "
        "there is no worker, or a task has failed for good."
    )

    def handle(self, **options: Any) -> None:
        workers = alive()
        tasks = {queue: status_of(queue) for queue in queues()}
        for line in self._lines(workers, tasks):
            self.stdout.write(line)
        if not workers or any(status.failed for status in tasks.values()):
            sys.exit(1)

    def _lines(self, workers: list[Any], tasks: dict[str, Any]) -> Iterator[str]:
        yield from (f"worker {worker}, since {localtime(worker.started_at):%Y-%m-%d %H:%M}" for worker in workers)
        if not workers:
            yield "no worker: start one with run_worker"
        yield from (f"queue {queue}: {status}" for queue, status in tasks.items())
        for job in PeriodicJob.objects.exclude(started_at=None):
            yield f"job {job.name}: last at {localtime(job.started_at):%Y-%m-%d %H:%M}"
