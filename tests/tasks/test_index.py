"""The index tasks with real workers: many at once, none lost, none left by a transaction that failed."""

import signal
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from haystack.query import SearchQuerySet

from guides.models import GuidePage
from knowledge.models import DepartmentPage
from knowledge.search import indexing, rebuilding
from knowledge.search.engines.whoosh import WhooshBackend
from tests import factories

from .conftest import Workers, wait_until
from .deeds import note, noted

pytestmark = pytest.mark.world("hall")

SIZE = 3


@pytest.fixture
def commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with a line for every commit of the index that any process begins."""
    path = tmp_path / "commits"
    change = WhooshBackend.change

    def noting(self: WhooshBackend, documents: Any, removed: Any = ()) -> None:
        note(str(path), f"{len(documents)} in, {len(removed)} out")
        change(self, documents, removed)

    monkeypatch.setattr(WhooshBackend, "change", noting)
    return path


@pytest.fixture
def items(workers: Workers, commits: Path) -> list[GuidePage]:
    """Some items in an index that is there already, and no task."""
    department = DepartmentPage.objects.get(slug="civil-affairs")
    items = [
        factories.GuidePageFactory(parent=department, slug=f"item-{number}", name_zh_hans="旧名")
        for number in range(SIZE)
    ]
    rebuilding.rebuild()
    DBTaskResult.objects.all().delete()
    return items


def rename(items: list[GuidePage]) -> None:
    for item in items:
        item.name_zh_hans = "新名"
        item.save_revision().publish()


def index_tasks(status: str) -> int:
    return DBTaskResult.objects.filter(queue_name=indexing.QUEUE, status=status).count()


def found(name: str) -> int:
    return SearchQuerySet().models(GuidePage).filter(name_zh_hans=name).count()


def test_many_pages_published_at_once_are_one_commit(workers: Workers, items: list[GuidePage], commits: Path) -> None:
    with transaction.atomic():
        rename(items)
        items[0].unpublish()
    assert index_tasks("READY") == SIZE + 1
    workers.start()
    wait_until(lambda: index_tasks("SUCCESSFUL") == SIZE + 1)
    assert noted(commits) == [f"{SIZE - 1} in, 1 out"]
    assert (found("新名"), found("旧名")) == (SIZE - 1, 0)


def test_index_tasks_come_before_those_that_wagtail_leaves(workers: Workers, items: list[GuidePage]) -> None:
    rename(items)
    assert DBTaskResult.objects.exclude(queue_name=indexing.QUEUE).exists()
    first = DBTaskResult.objects.ready().first()
    assert first is not None
    assert first.queue_name == indexing.QUEUE


def test_a_transaction_that_fails_leaves_no_task_and_no_change(items: list[GuidePage]) -> None:
    with transaction.atomic():
        rename(items)
        assert index_tasks("READY") == SIZE
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()


def test_nothing_is_lost_when_a_worker_is_killed_before_it_commits(
    workers: Workers, items: list[GuidePage], commits: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(*_arguments: Any) -> None:
        note(str(commits), "begin")
        signal.pause()

    with monkeypatch.context() as slow:
        slow.setattr(WhooshBackend, "change", begin)
        rename(items)
        first = workers.start()
        wait_until(lambda: noted(commits))
        workers.send(first, signal.SIGKILL)
    assert found("新名") == 0
    workers.start()
    wait_until(lambda: index_tasks("SUCCESSFUL") == SIZE)
    assert (found("新名"), found("旧名")) == (SIZE, 0)
