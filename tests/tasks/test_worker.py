"""Real workers, some of them killed: nothing is lost, nothing is done twice."""

import signal
import time
from pathlib import Path

import pytest
from django.db import OperationalError, transaction
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from knowledge.models import Worker
from knowledge.tasks import recovery
from knowledge.tasks import worker as worker_module
from knowledge.tasks.worker import TaskWorker, serve

from . import deeds as kinds
from .conftest import QUICKLY, Workers, wait_until
from .deeds import noted

FOR_EVER = 600


def states() -> list[str]:
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "PAUSE", QUICKLY)
    monkeypatch.setattr(recovery, "pause_after", lambda attempts: QUICKLY * attempts * kinds.SECOND)


def test_a_task_of_a_killed_worker_is_done_by_another(workers: Workers, deeds: Path) -> None:
    kinds.again.enqueue(str(deeds), "x", FOR_EVER)
    first = workers.start()
    wait_until(lambda: noted(deeds))
    workers.send(first, signal.SIGKILL)
    workers.start()
    wait_until(lambda: states() == ["SUCCESSFUL"])
    assert noted(deeds) == ["begin x", "begin x", "end x"]
    assert len(DBTaskResult.objects.get().worker_ids) == 2


def test_a_task_that_may_not_be_repeated_is_not(workers: Workers, deeds: Path) -> None:
    kinds.once.enqueue(str(deeds), "x", FOR_EVER)
    first = workers.start()
    wait_until(lambda: noted(deeds))
    workers.send(first, signal.SIGKILL)
    workers.start()
    wait_until(lambda: states() == ["FAILED"])
    assert noted(deeds) == ["begin x"]


def test_a_worker_that_is_busy_for_long_is_not_taken_for_dead(workers: Workers, deeds: Path) -> None:
    kinds.again.enqueue(str(deeds), "x", 3)
    workers.start()
    wait_until(lambda: noted(deeds))
    workers.start()  # beats sixty times meanwhile
    wait_until(lambda: states() == ["SUCCESSFUL"])
    assert noted(deeds) == ["begin x", "end x"]


def test_a_task_that_fails_is_tried_again_until_it_does_not(workers: Workers, deeds: Path) -> None:
    kinds.failing.enqueue(str(deeds), "x")
    workers.start()
    wait_until(lambda: len(noted(deeds)) == 2)
    deeds.with_suffix(".cured").touch()
    wait_until(lambda: states() == ["SUCCESSFUL"])
    assert len(noted(deeds)) == 3


def test_a_task_that_always_fails_is_given_up(workers: Workers, deeds: Path) -> None:
    kinds.failing.enqueue(str(deeds), "x")
    workers.start()
    wait_until(lambda: len(noted(deeds)) == 3 and states() == ["FAILED"])
    kinds.once.enqueue(str(deeds), "later")
    wait_until(lambda: "end later" in noted(deeds))
    assert states() == ["FAILED", "SUCCESSFUL"]
    assert noted(deeds).count("try x") == 3


def test_several_workers_do_every_task_once(workers: Workers, deeds: Path) -> None:
    names = [f"task {number}" for number in range(40)]
    with transaction.atomic():
        for name in names:
            kinds.again.enqueue(str(deeds), name, 0.01)
    for _worker in range(3):
        workers.start(until_empty=True, beat=1)
    wait_until(lambda: states() == ["SUCCESSFUL"] * len(names))
    assert sorted(noted(deeds)) == sorted(f"{what} {name}" for name in names for what in ("begin", "end"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_asked_to_stop_finishes_its_task(
    workers: Workers, deeds: Path, number: signal.Signals
) -> None:
    kinds.once.enqueue(str(deeds), "first", 1)
    kinds.once.enqueue(str(deeds), "second")
    only = workers.start()
    wait_until(lambda: noted(deeds))
    workers.send(only, number)
    assert only.exitcode == 0
    assert noted(deeds) == ["begin first", "end first"]
    assert states() == ["READY", "SUCCESSFUL"]
    assert not Worker.objects.exists()


def test_an_idle_worker_stops_at_once(workers: Workers) -> None:
    idle = workers.start(interval=FOR_EVER)
    wait_until(lambda: Worker.objects.filter(beats__gt=0).exists())
    begun = time.monotonic()
    workers.send(idle, signal.SIGTERM)
    assert time.monotonic() - begun < 10
    assert not Worker.objects.exists()


def test_tasks_that_can_are_done_together(workers: Workers, deeds: Path) -> None:
    for name in "abc":
        kinds.together.enqueue(str(deeds), name)
    workers.start(until_empty=True)
    wait_until(lambda: states() == ["SUCCESSFUL"] * 3)
    assert noted(deeds) == ["together a b c"]


def test_one_that_fails_among_many_keeps_none_of_them(workers: Workers, deeds: Path) -> None:
    for name in ("a", "poison", "b"):
        kinds.together.enqueue(str(deeds), name)
    workers.start()
    wait_until(lambda: states() == ["FAILED", "SUCCESSFUL", "SUCCESSFUL"])
    assert sorted(noted(deeds)) == ["alone a", "alone b"]


def test_many_that_were_done_together_by_a_killed_worker_are_done_one_by_one(workers: Workers, deeds: Path) -> None:
    for name in ("a", "slow", "b"):
        kinds.together.enqueue(str(deeds), name)
    first = workers.start()
    wait_until(lambda: states() == ["RUNNING"] * 3)
    workers.send(first, signal.SIGKILL)
    workers.start()
    wait_until(lambda: states() == ["SUCCESSFUL"] * 3)
    assert sorted(noted(deeds)) == ["alone a", "alone b", "alone slow"]


def test_what_was_under_way_when_the_database_went_away_is_done_after_all(
    workers: Workers, deeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks when the task is to be marked as done: the worker lives, and knows nothing of it."""
    kinds.again.enqueue(str(deeds), "x")
    done = DBTaskResult.set_successful
    breaks = iter([True])

    def break_once(self: DBTaskResult, value: object) -> None:  # type: ignore[type-arg]
        if next(breaks, False):
            raise OperationalError("server closed the connection unexpectedly")
        done(self, value)

    def cannot_say_so(self: DBTaskResult, error: BaseException) -> None:  # type: ignore[type-arg]
        raise OperationalError("connection already closed")

    monkeypatch.setattr(TaskWorker, "configure_signals", lambda worker: None)
    with monkeypatch.context() as broken:
        broken.setattr(DBTaskResult, "set_successful", break_once)
        broken.setattr(DBTaskResult, "set_failed", cannot_say_so)
        serve(until_empty=True, interval=QUICKLY, beat=QUICKLY)
    workers.start()
    wait_until(lambda: states() == ["SUCCESSFUL"])
    assert noted(deeds) == ["begin x", "end x"] * 2


def test_a_worker_goes_on_when_one_who_is_told_of_a_task_fails(workers: Workers, deeds: Path) -> None:
    def stumble(**_told: object) -> None:
        raise RuntimeError

    task_finished.connect(stumble)
    try:
        kinds.once.enqueue(str(deeds), "first")
        kinds.once.enqueue(str(deeds), "second")
        workers.start()
        wait_until(lambda: states() == ["FAILED", "FAILED"])
    finally:
        task_finished.disconnect(stumble)
    assert noted(deeds) == ["begin first", "end first", "begin second", "end second"]
