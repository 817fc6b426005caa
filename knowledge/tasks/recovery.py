"""What becomes of tasks whose worker is gone, and of tasks that failed."""

import json
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from knowledge.models import Worker

from .kinds import is_repeatable, may_be_repeated, pause_after

Result = DBTaskResult[Any, Any]

logger = logging.getLogger(__name__)


class WorkerLostError(Exception):
    """The worker was killed, or lost its machine or its database, while it did this task."""


def settle_lost() -> int:
    """Tasks of workers that are gone are put back, or have failed where they may not be repeated; answers how many."""
    lost = {result.pk: result.worker_ids for result in _lost()}
    if not lost:
        return 0
    with transaction.atomic():
        still = DBTaskResult.objects.running().filter(pk__in=lost).select_for_update(skip_locked=True)
        settled = [result for result in still if result.worker_ids == lost[result.pk]]
        for result in settled:
            _settle(result)
    return len(settled)


def _lost() -> list[Result]:
    running = list(DBTaskResult.objects.running())  # before the workers: who begins a task is there already
    alive = set(Worker.objects.values_list("name", flat=True))
    return [result for result in running if not alive.intersection(result.worker_ids[-1:])]


def _settle(result: Result) -> None:
    if may_be_repeated(result.task_path, len(result.worker_ids)):
        logger.warning("Task %s lost its worker and is put back", result.task_name)
        _put_back(result)
        return
    logger.error("Task %s lost its worker and is not done again", result.task_name)
    result.set_failed(WorkerLostError(WorkerLostError.__doc__))
    try:
        task_finished.send_robust(sender=type(result.task.get_backend()), task_result=result.task_result)
    except (ImportError, SuspiciousOperation):
        logger.warning("Task %s is of a kind that is no more", result.task_path)


def settle_failed() -> int:
    """Tasks that failed and may be repeated are put back for some time later; answers how many.

    One that may not be tried again stays, for people to see, until the same task was done anew.
    """
    failed = list(DBTaskResult.objects.failed().defer("traceback"))
    again = [result.pk for result in failed if may_be_repeated(result.task_path, len(result.worker_ids))]
    given_up = [result for result in failed if result.pk not in again and is_repeatable(result.task_path)]
    if given_up:
        DBTaskResult.objects.failed().filter(pk__in=_done_anew(given_up)).delete()
    if not again:
        return 0
    with transaction.atomic():
        still = list(DBTaskResult.objects.failed().filter(pk__in=again).select_for_update(skip_locked=True))
        for result in still:
            _put_back(result)
    return len(still)


def _done_anew(given_up: Sequence[Result]) -> list[UUID]:
    """Keys of those after which the same task ended again, well or not."""
    paths = {result.task_path for result in given_up}
    ended = DBTaskResult.objects.finished().filter(task_path__in=paths, started_at__gte=min(map(_began, given_up)))
    last = {_call(result): _began(result) for result in ended.defer("traceback").order_by("started_at")}
    return [result.pk for result in given_up if _began(result) < last.get(_call(result), _began(result))]


def _began(result: Result) -> datetime:
    return result.started_at or result.enqueued_at


def _call(result: Result) -> tuple[str, str]:
    return result.task_path, json.dumps(result.args_kwargs, sort_keys=True)


def _put_back(result: Result) -> None:
    result.status = TaskResultStatus.READY
    result.run_after = timezone.now() + pause_after(len(result.worker_ids))
    result.save(update_fields=["status", "run_after"])
