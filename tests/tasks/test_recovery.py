"""What becomes of tasks whose worker is gone, and of tasks that failed."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.utils import timezone
from django_tasks import TaskResult
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from knowledge.tasks import heartbeats
from knowledge.tasks.recovery import settle_failed, settle_lost

from .rows import AGAIN, ONCE, a_task, running

pytestmark = pytest.mark.usefixtures("database_tasks")


def states() -> list[str]:
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


@contextmanager
def listening(receiver: Callable[..., object]) -> Iterator[None]:
    """Somebody is told of every task that has ended."""
    task_finished.connect(receiver, weak=False)
    try:
        yield
    finally:
        task_finished.disconnect(receiver)


def failed(path: str, *args: Any, attempts: int = 1, ago: float = 0) -> DBTaskResult[Any, Any]:
    """A task that failed for the last time some minutes ago."""
    then = timezone.now() - dt.timedelta(minutes=ago)
    workers = [f"worker {number}" for number in range(attempts)]
    return a_task(path, *args, status="FAILED", worker_ids=workers, started_at=then, finished_at=then)


def test_a_task_of_a_living_worker_is_left_alone() -> None:
    running(AGAIN, "dead", heartbeats.appear())
    assert settle_lost() == 0
    assert states() == ["RUNNING"]


def test_a_lost_task_that_may_be_repeated_waits_again_for_a_while() -> None:
    running(AGAIN, "dead")
    assert settle_lost() == 1
    task = DBTaskResult.objects.get()
    assert task.status == "READY"
    assert dt.timedelta(0) < task.run_after - timezone.now() <= dt.timedelta(seconds=10)
    assert settle_lost() == 0


def test_a_lost_task_that_may_not_be_repeated_has_failed_and_whoever_cares_is_told() -> None:
    told: list[TaskResult[Any]] = []
    lost = running(ONCE, "dead")
    with listening(lambda task_result, **_other: told.append(task_result)):
        assert settle_lost() == 1
    lost.refresh_from_db()
    assert lost.status == "FAILED"
    assert "WorkerLostError" in lost.exception_class_path
    assert [(result.id, result.status) for result in told] == [(str(lost.pk), "FAILED")]


def test_one_who_is_told_and_fails_does_not_keep_the_others_lost() -> None:
    running(ONCE, "dead")
    running(ONCE, "dead")
    with listening(lambda **_told: 1 / 0):
        assert settle_lost() == 2
    assert states() == ["FAILED", "FAILED"]


def test_a_task_that_has_lost_all_its_workers_is_given_up() -> None:
    running(AGAIN, "dead", "dead too", "dead as well")
    settle_lost()
    settle_failed()
    assert states() == ["FAILED"]


def test_a_lost_task_of_a_kind_that_is_no_more_has_failed() -> None:
    running("no.such.task", "dead")
    assert settle_lost() == 1
    assert states() == ["FAILED"]


def test_a_failed_task_is_tried_again_later_each_time() -> None:
    task = failed(AGAIN, attempts=1)
    assert settle_failed() == 1
    task.refresh_from_db()
    first = task.run_after - timezone.now()
    DBTaskResult.objects.update(status="FAILED", worker_ids=["a", "b"])
    assert settle_failed() == 1
    task.refresh_from_db()
    assert task.run_after - timezone.now() > 2 * first
    DBTaskResult.objects.update(status="FAILED", worker_ids=["a", "b", "c"])
    assert settle_failed() == 0
    assert states() == ["FAILED"]


def test_a_failed_task_that_may_not_be_repeated_stays() -> None:
    failed(ONCE)
    assert settle_failed() == 0
    assert states() == ["FAILED"]


@pytest.mark.parametrize("end", ["SUCCESSFUL", "FAILED"])
def test_a_task_that_was_given_up_is_forgotten_when_the_same_was_done_anew(end: str) -> None:
    failed(AGAIN, "a", attempts=3, ago=5)
    failed(AGAIN, "b", attempts=3, ago=5)
    a_task(AGAIN, "a", status=end, worker_ids=["x", "y", "z"], started_at=timezone.now())
    settle_failed()
    left = sorted((task.args_kwargs["args"][0], task.status) for task in DBTaskResult.objects.all())
    assert left == [("a", end), ("b", "FAILED")]


def test_what_was_done_before_does_not_excuse_a_failure() -> None:
    a_task(AGAIN, "a", status="SUCCESSFUL", started_at=timezone.now() - dt.timedelta(minutes=9))
    failed(AGAIN, "a", attempts=3, ago=5)
    settle_failed()
    assert states() == ["FAILED", "SUCCESSFUL"]
