"""The index follows the pages: at once in tests, by tasks of the same transaction in a hall."""

from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from haystack import connections
from haystack.query import SearchQuerySet
from wagtail.models import PageViewRestriction

from guides.models import GuidePage
from knowledge.search import indexing, rebuilding
from knowledge.search.indexing import bulk_changes, synchronise, synchronise_below
from tests import factories
from tests.conftest import Hall

from .conftest import Titles

NAME = "内地居民结婚登记"


def republish(page: Any, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def indexed(guide: GuidePage) -> GuidePage:
    """The item, in an index that is there already."""
    rebuilding.rebuild()
    return guide


def test_publishing_makes_a_page_findable(indexed: GuidePage, hall: Hall, titles: Titles) -> None:
    assert titles("出生医学证明") == []
    factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="出生医学证明签发", slug="birth")
    assert titles("出生医学证明") == ["出生医学证明签发"]


def test_a_changed_name_replaces_the_old_one(indexed: GuidePage, titles: Titles) -> None:
    republish(indexed, name_zh_hans="涉外婚姻登记", everyday_names_zh_hans="跨国婚姻")
    assert titles("涉外婚姻") == ["涉外婚姻登记"]
    assert SearchQuerySet().filter(name_zh_hans="内地居民").count() == 0
    assert SearchQuerySet().models(GuidePage).count() == 1


def test_a_draft_stays_private(indexed: GuidePage, titles: Titles) -> None:
    indexed.name_zh_hans = "秘密草稿"
    indexed.save_revision()
    assert titles("秘密草稿") == []


def test_an_unpublished_page_is_gone_from_the_index_itself(indexed: GuidePage, titles: Titles) -> None:
    indexed.unpublish()
    assert titles(NAME) == []
    assert SearchQuerySet().models(GuidePage).count() == 0


def test_an_unpublished_page_is_not_shown_even_before_the_index_knows(indexed: GuidePage, titles: Titles) -> None:
    GuidePage.objects.filter(pk=indexed.pk).update(live=False)
    assert SearchQuerySet().models(GuidePage).count() == 1
    assert titles(NAME) == []


def test_a_cancelled_item_is_gone(indexed: GuidePage, titles: Titles) -> None:
    republish(indexed, status="cancelled")
    assert titles(NAME) == []


def test_a_deleted_page_is_gone(indexed: GuidePage) -> None:
    indexed.delete()
    assert SearchQuerySet().models(GuidePage).count() == 0


def test_deleting_a_department_takes_its_items_out(indexed: GuidePage, hall: Hall) -> None:
    hall.civil_affairs.delete()
    assert SearchQuerySet().count() == 1


def test_a_moved_page_is_found_by_its_new_department(indexed: GuidePage, hall: Hall, titles: Titles) -> None:
    indexed.move(hall.public_security, pos="last-child")
    assert NAME in titles("公安局")
    assert NAME not in titles("民政局")


def test_renaming_a_department_reaches_its_items(indexed: GuidePage, hall: Hall, titles: Titles) -> None:
    republish(hall.civil_affairs, name_zh_hans="雅安市民生厅")
    assert titles("民生厅") == ["雅安市民生厅", NAME]


def test_a_private_page_cannot_be_found_until_it_is_public_again(indexed: GuidePage, hall: Hall) -> None:
    restriction = PageViewRestriction.objects.create(page=hall.civil_affairs, restriction_type="login")
    assert SearchQuerySet().count() == 1
    restriction.delete()
    assert SearchQuerySet().count() == 3


def test_english_that_is_not_reviewed_stays_out_of_the_index(indexed: GuidePage) -> None:
    assert SearchQuerySet().filter(name_en="mainland").count() == 1
    republish(indexed, translation_reviewed_en=False)
    assert SearchQuerySet().filter(name_en="mainland").count() == 0
    assert SearchQuerySet().filter(text_en="photograph").count() == 0
    kept = SearchQuerySet().models(GuidePage)[0]
    assert not kept.passage_en
    assert "结婚证" in kept.passage_zh_hans


def test_english_of_a_department_that_is_not_reviewed_stays_out_of_its_items(indexed: GuidePage, hall: Hall) -> None:
    republish(hall.civil_affairs, translation_reviewed_en=False)
    assert SearchQuerySet().filter(department_en="civil affairs").count() == 0


def test_synchronising_again_changes_nothing(indexed: GuidePage) -> None:
    before = [(hit.id, hit.passage_en) for hit in SearchQuerySet()]
    for _again in range(3):
        synchronise.call("guides.guidepage", [indexed.pk])
        synchronise.call("guides.guidepage", [indexed.pk, 999_999])
    assert sorted((hit.id, hit.passage_en) for hit in SearchQuerySet()) == sorted(before)
    assert SearchQuerySet().filter(name_zh_hans="结婚登记").count() == 1


def test_tasks_of_what_is_no_more_do_nothing(indexed: GuidePage, hall: Hall) -> None:
    synchronise.call("wagtailcore.page", [indexed.pk])
    synchronise_below.call(999_999)
    assert SearchQuerySet().count() == 3


def test_without_an_index_a_change_waits_for_the_first_reader(guide: GuidePage, titles: Titles) -> None:
    assert not indexing.index_is_usable()
    republish(guide, name_zh_hans="改过的名称")
    assert not indexing.index_is_usable()
    assert titles("改过的名称") == ["改过的名称"]
    assert indexing.index_is_usable()


@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}})
def test_a_transaction_that_fails_leaves_no_task(guide: GuidePage) -> None:
    ours = DBTaskResult.objects.filter(queue_name=indexing.QUEUE)  # Wagtail has tasks of its own
    with transaction.atomic():
        republish(guide)
        assert ours.count() == 1
        transaction.set_rollback(True)
    assert ours.count() == 0
    guide.refresh_from_db()
    republish(guide)
    assert ours.get().args_kwargs["args"] == ["guides.guidepage", [guide.pk]]


def test_bulk_changes_write_no_single_task_and_rebuild_once(
    indexed: GuidePage, titles: Titles, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilds: list[int] = []
    rebuild = rebuilding.rebuild
    monkeypatch.setattr(rebuilding, "rebuild", lambda: rebuilds.append(rebuild()))
    with bulk_changes(), bulk_changes():
        republish(indexed, name_zh_hans="批量导入的名称")
        assert SearchQuerySet().filter(name_zh_hans="批量").count() == 0
    assert rebuilds == [3]  # documents
    assert titles("批量导入") == ["批量导入的名称"]


def test_bulk_changes_that_fail_are_indexed_as_far_as_they_went(indexed: GuidePage, titles: Titles) -> None:
    def stopped_half_way() -> None:
        with bulk_changes():
            republish(indexed, name_zh_hans="只到一半")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stopped_half_way()
    assert titles("只到一半") == ["只到一半"]


def test_after_a_killed_bulk_change_the_next_search_rebuilds(indexed: GuidePage, titles: Titles) -> None:
    place = rebuilding.place_of()
    with place.behind():
        GuidePage.objects.filter(pk=indexed.pk).update(name_zh_hans="被中断的导入")
        assert not place.is_abandoned()
        assert SearchQuerySet().filter(name_zh_hans="中断").count() == 0
    assert place.is_abandoned()  # nobody rebuilt: the process that marked it is gone
    assert not indexing.index_is_usable()
    assert titles("被中断的导入") == ["被中断的导入"]
    assert not place.is_abandoned()


def test_documents_of_many_items_take_few_queries(hall: Hall) -> None:
    from django.db import connection  # noqa: PLC0415 -- beside its one use

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            documents = list(connections["default"].get_unified_index().get_index(GuidePage).all_documents())
        assert documents
        return len(captured)

    factories.GuidePageFactory(parent=hall.civil_affairs, slug="first")
    one = queries()
    for number in range(6):
        factories.GuidePageFactory(parent=hall.public_security, slug=f"more-{number}")
    assert queries() == one <= 15
