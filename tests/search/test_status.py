"""How the search index is, for those who keep the hall running."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from guides.models import GuidePage
from knowledge.search.indexing import QUEUE
from knowledge.search.status import status


def said() -> tuple[str, int]:
    out = io.StringIO()
    try:
        call_command("search_status", stdout=out)
    except SystemExit as ended:
        return out.getvalue(), int(ended.code or 0)
    return out.getvalue(), 0


def test_a_whole_index_is_well(guide: GuidePage) -> None:
    call_command("rebuild_search", verbosity=0)
    text, code = said()
    assert code == 0
    assert "3 of 3" in text
    assert status().megabytes > 0


def test_a_lost_index_is_not_and_is_left_lost(guide: GuidePage, search_index: Path) -> None:
    text, code = said()
    assert code == 1
    assert "none of 3: to be rebuilt" in text
    assert not search_index.exists()


def test_a_page_that_is_missing_is_noticed(guide: GuidePage) -> None:
    call_command("rebuild_search", verbosity=0)
    GuidePage.objects.filter(pk=guide.pk).update(live=False)
    assert not status().is_well


@pytest.mark.parametrize(("state", "well"), [(TaskResultStatus.READY, True), (TaskResultStatus.FAILED, False)])
def test_tasks_are_counted_and_failed_ones_are_not_well(guide: GuidePage, state: str, well: bool) -> None:
    call_command("rebuild_search", verbosity=0)
    DBTaskResult.objects.create(
        status=state,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="knowledge.search.indexing.rebuild_index",
        queue_name=QUEUE,
        backend_name="default",
        run_after=timezone.now(),
        exception_class_path="",
        traceback="",
    )
    assert status().is_well == well
