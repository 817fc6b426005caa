"""Periodic jobs: once for all workers, whatever the clock does."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from guides.models import GuidePage
from knowledge.jobs import prune_finished_tasks
from knowledge.tasks import periodic
from knowledge.tasks.periodic import Job, enqueue_due, is_due
from portal.jobs import publish_scheduled

from .conftest import FORK
from .rows import a_task

NOW = dt.datetime(2026, 11, 27, 12, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
seconds = st.integers(min_value=-(10**6), max_value=10**6).map(lambda number: dt.timedelta(seconds=number))


@pytest.mark.parametrize(
    ("ago", "due"),
    [
        (dt.timedelta(0), False),
        (HOUR - dt.timedelta(seconds=1), False),
        (HOUR, True),
        (240 * HOUR, True),
        (-HOUR, False),  # the clock went back, or that of another machine is ahead
        (-HOUR - dt.timedelta(seconds=1), True),  # it cannot have been so late
        (-10_000 * HOUR, True),
    ],
)
def test_a_job_is_due_when_its_time_has_come_or_its_last_time_is_impossible(ago: dt.timedelta, due: bool) -> None:
    assert is_due(NOW - ago, HOUR, NOW) is due


def test_a_job_that_was_never_done_is_due() -> None:
    assert is_due(None, HOUR, NOW)


@given(seconds)
def test_no_clock_makes_a_job_wait_longer_than_two_intervals(jump: dt.timedelta) -> None:
    wrong = NOW + jump  # the job was done, and noted, by a clock that was wrong
    assert is_due(wrong, HOUR, NOW) or is_due(wrong, HOUR, NOW + 2 * HOUR)


@given(seconds)
def test_a_job_that_was_just_done_is_not_due(jump: dt.timedelta) -> None:
    assert not is_due(NOW + jump, HOUR, NOW + jump)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One job, hourly; the list tells how often it was done."""
    done: list[str] = []
    monkeypatch.setattr(periodic, "_jobs", {"count": Job("count", lambda: done.append("count"), HOUR)})
    return done


def test_a_job_is_done_once_in_its_interval(db: None, done: list[str]) -> None:
    assert enqueue_due(NOW) == ["count"]
    assert enqueue_due(NOW + HOUR / 2) == []
    assert enqueue_due(NOW + HOUR) == ["count"]
    assert done == ["count", "count"]


def test_a_job_that_was_missed_many_times_is_done_once(db: None, done: list[str]) -> None:
    enqueue_due(NOW)
    assert enqueue_due(NOW + 72 * HOUR) == ["count"]
    assert enqueue_due(NOW + 72 * HOUR) == []


def test_a_job_goes_on_after_a_clock_that_was_years_ahead(db: None, done: list[str]) -> None:
    enqueue_due(NOW + 10_000 * HOUR)
    assert enqueue_due(NOW) == ["count"]
    assert enqueue_due(NOW + HOUR / 2) == []


def test_a_job_that_is_not_done_yet_is_not_asked_for_again(database_tasks: None, done: list[str]) -> None:
    assert enqueue_due(NOW) == ["count"]
    assert enqueue_due(NOW + HOUR) == []
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)
    assert enqueue_due(NOW + 2 * HOUR) == []
    DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL)
    assert enqueue_due(NOW + 3 * HOUR) == ["count"]


def test_of_many_workers_at_once_one_takes_a_job(database_tasks: None, done: list[str]) -> None:
    for turn in range(1, 4):
        connection.close()
        racers = [FORK.Process(target=enqueue_due, args=(NOW + turn * HOUR,)) for _worker in range(4)]
        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join()
        assert [racer.exitcode for racer in racers] == [0, 0, 0, 0]
        assert DBTaskResult.objects.count() == turn
        DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL)


def test_a_job_that_an_update_took_away_does_nothing(db: None) -> None:
    periodic.run_job.call("no.such.job")


def test_the_jobs_of_every_app_are_known() -> None:
    names = {job.name for job in periodic.jobs()}
    assert names >= {"knowledge.jobs.prune_finished_tasks", "portal.jobs.publish_scheduled"}


def test_finished_tasks_are_pruned_and_failures_kept_longer(database_tasks: None) -> None:
    def long_ago(status: str, days: int) -> Any:
        return a_task(status=status, finished_at=timezone.now() - dt.timedelta(days=days)).pk

    long_ago("SUCCESSFUL", 2)
    long_ago("FAILED", 40)
    kept = {long_ago("SUCCESSFUL", 0), long_ago("FAILED", 20), a_task(status="READY").pk}
    prune_finished_tasks()
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == kept


def test_what_is_scheduled_is_published(guide: GuidePage) -> None:
    guide.unpublish()
    revision = guide.save_revision(approved_go_live_at=timezone.now() - dt.timedelta(minutes=1))
    assert revision.approved_go_live_at
    publish_scheduled()
    guide.refresh_from_db()
    assert guide.live
