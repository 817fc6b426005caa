"""How the search index is, for those who keep the hall running."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus

from guides.models import GuidePage
from knowledge.search.indexing import QUEUE
from knowledge.search.places import IndexPlace
from knowledge.search.status import status
from knowledge.tasks import heartbeats
from tests.commands import said_by
from tests.tasks.rows import a_task


def test_a_whole_index_is_well(guide: GuidePage) -> None:
    call_command("rebuild_search", verbosity=0)
    text, code = said_by("search_status")
    assert code == 0
    assert "3 of 3" in text
    assert status().megabytes > 0


def test_a_lost_index_is_not_and_is_left_lost(guide: GuidePage, search_index: Path) -> None:
    text, code = said_by("search_status")
    assert code == 1
    assert "none of 3: to be rebuilt" in text
    assert not search_index.exists()


def test_a_page_that_is_missing_is_noticed(guide: GuidePage) -> None:
    call_command("rebuild_search", verbosity=0)
    GuidePage.objects.filter(pk=guide.pk).update(live=False)
    assert not status().is_well


def index_task(state: str, **values: Any) -> None:
    a_task("knowledge.search.indexing.rebuild_index", status=state, queue_name=QUEUE, **values)


@pytest.mark.parametrize(
    ("state", "worker", "well"),
    [
        (TaskResultStatus.READY, True, True),
        (TaskResultStatus.READY, False, False),
        (TaskResultStatus.RUNNING, True, True),
        (TaskResultStatus.RUNNING, False, False),
        (TaskResultStatus.SUCCESSFUL, False, True),
        (TaskResultStatus.FAILED, True, False),
    ],
)
def test_a_failed_task_is_not_well_and_neither_is_one_that_nobody_will_do(
    guide: GuidePage, state: str, worker: bool, well: bool
) -> None:
    call_command("rebuild_search", verbosity=0)
    index_task(state, started_at=timezone.now())
    if worker:
        heartbeats.appear()
    assert status().is_well == well


def test_what_failed_before_the_index_was_built_anew_is_well_again(guide: GuidePage) -> None:
    call_command("rebuild_search", verbosity=0)
    index_task(TaskResultStatus.FAILED, started_at=timezone.now())
    assert status().tasks.failed == 1
    call_command("rebuild_search", verbosity=0)
    assert status().tasks.failed == 0
    assert status().is_well


def test_what_failed_while_the_index_was_built_is_not_forgotten(guide: GuidePage, search_index: Path) -> None:
    place = IndexPlace(search_index)
    with place.lock("changes"):
        began = timezone.now()
    call_command("rebuild_search", verbosity=0)
    index_task(TaskResultStatus.FAILED, started_at=began + (timezone.now() - began) * 0.999)
    assert status().tasks.failed == 1


def test_it_says_what_waits_for_another_attempt_and_that_nobody_is_there(guide: GuidePage) -> None:
    call_command("rebuild_search", verbosity=0)
    index_task(TaskResultStatus.READY, worker_ids=["dead"])
    index_task(TaskResultStatus.READY)
    text, code = said_by("search_status")
    assert code == 1
    assert "2 waiting (1 to be tried again), 0 running, 0 failed" in text
    assert "none: start one with run_worker" in text
    heartbeats.appear()
    assert said_by("search_status")[1] == 0
