"""Undoing an import: what it made goes, what it changed returns, what somebody edited stays."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from guides.exchange.apply import apply_records
from guides.exchange.records import DepartmentRef
from guides.exchange.undo import UndoReport, undo
from guides.models import GuidePage, ImportRun
from knowledge.models import DepartmentPage
from tests import factories
from tests.conftest import Hall

from .conftest import a_record

pytestmark = pytest.mark.usefixtures("import_hall")


def imported(*records: Any, publish: bool = True) -> ImportRun:
    run = ImportRun.objects.create(profile="standard", file_name="x.xlsx")
    assert apply_records(records, publish=publish, run=run).refused == []
    return run


def undone(run: ImportRun, user: Any = None) -> UndoReport:
    return undo(run, user)


def tree_is_right() -> bool:
    return not any(Page.find_problems())


def test_items_and_departments_that_were_made_are_deleted(import_hall: Hall) -> None:
    ref = DepartmentRef(name="新局", credit_code="11440000006939756B")
    run = imported(a_record("A", department=ref), a_record("B"))
    report = undone(run)
    assert sorted(report.codes["delete"]) == ["11440000006939756B", "A", "B"]
    assert not GuidePage.objects.exists()
    assert not DepartmentPage.objects.filter(name_zh_hans="新局").exists()
    assert tree_is_right()


def test_a_department_that_has_got_other_items_stays() -> None:
    ref = DepartmentRef(name="新局", credit_code="11440000006939756B")
    run = imported(a_record("A", department=ref))
    factories.GuidePageFactory(parent=DepartmentPage.objects.get(name_zh_hans="新局"), slug="other")
    assert undone(run).left_alone == ["11440000006939756B"]
    assert tree_is_right()


def test_a_changed_item_returns_to_what_was_public(guide: GuidePage, client: Client) -> None:
    rows = {"materials": [{"name_zh_hans": "别的材料"}]}
    run = imported(a_record(guide.task_code, values={"promised_days": 9, "name_zh_hans": "改名"}, rows=rows))
    guide.refresh_from_db()
    assert (guide.promised_days, guide.title) == (9, "改名")
    report = undone(run)
    assert report.codes["revert"] == [guide.task_code]
    guide = GuidePage.objects.get()
    assert (guide.promised_days, guide.title, guide.live, guide.has_unpublished_changes) == (
        0,
        "内地居民结婚登记",
        True,
        False,
    )
    assert [material.name_zh_hans for material in guide.materials.all()] == ["居民身份证", "合影照片"]
    assert "别的材料" not in client.get(guide.get_url()).content.decode()


def test_an_item_that_was_a_draft_is_a_draft_again(import_hall: Hall) -> None:
    guide = factories.GuidePageFactory(parent=import_hall.civil_affairs, publish=False, task_code="CODE-1")
    # the draft is an editor's: an import would not publish it; let an import have made it
    first = imported(a_record(values={"promised_days": 4}), publish=False)
    second = imported(a_record(values={"promised_days": 4}))
    guide.refresh_from_db()
    assert guide.live
    undone(second)
    guide.refresh_from_db()
    assert not guide.live
    undone(first)
    assert GuidePage.objects.get().get_latest_revision_as_object().promised_days in (0, 4)


def test_an_editors_draft_beside_a_public_item_comes_back(guide: GuidePage, superuser: Any) -> None:
    draft = guide.get_latest_revision_as_object()
    draft.summary_zh_hans = "还没写完"
    draft.save_revision(user=superuser)
    run = imported(a_record(guide.task_code, values={"promised_days": 9}))
    undone(run)
    guide.refresh_from_db()
    draft = guide.get_latest_revision_as_object()
    assert (guide.live, guide.summary_zh_hans != "还没写完") == (True, True)
    assert (draft.summary_zh_hans, draft.promised_days) == ("还没写完", 0)


def test_what_somebody_edited_after_the_import_is_left_alone(superuser: Any) -> None:
    run = imported(a_record("A"), a_record("B"))
    edited = GuidePage.objects.get(task_code="A").get_latest_revision_as_object()
    edited.summary_zh_hans = "新的概述"
    edited.save_revision(user=superuser).publish()
    report = undone(run)
    assert report.left_alone == ["A"]
    assert GuidePage.objects.get().summary_zh_hans == "新的概述"


def test_what_somebody_deleted_is_no_obstacle() -> None:
    run = imported(a_record("A"), a_record("B"))
    GuidePage.objects.get(task_code="A").delete()
    report = undone(run)
    assert (report.codes["gone"], report.codes["delete"]) == (["A"], ["B"])


def test_undoing_twice_does_nothing_the_second_time(guide: GuidePage) -> None:
    run = imported(a_record("A"), a_record(guide.task_code, values={"promised_days": 9}))
    undone(run)
    assert not any(undone(run).codes.values())


def test_an_item_that_never_had_a_revision_returns_too(import_hall: Hall) -> None:
    guide = GuidePage(name_zh_hans="旧事项", slug="old", task_code="OLD", promised_days=1, live=True)
    import_hall.civil_affairs.add_child(instance=guide)
    run = imported(a_record("OLD", values={"promised_days": 9}))
    undone(run)
    guide.refresh_from_db()
    assert (guide.promised_days, guide.name_zh_hans, guide.live) == (1, "旧事项", True)


def test_the_search_forgets_what_was_undone(admin: Client) -> None:
    run = imported(a_record("A"))
    undone(run)
    assert admin.get("/zh-hans/search/", {"q": "结婚登记", "format": "json"}).json()["count"] == 0


def test_the_same_list_can_be_imported_again_after_undoing() -> None:
    undone(imported(a_record("A")))
    imported(a_record("A"))
    assert GuidePage.objects.get().live


def test_what_a_reviewer_has_approved_is_not_the_importers_to_take_away(import_hall: Hall) -> None:
    editor = factories.UserFactory(username="importer")
    run = imported(a_record(), publish=False)
    page = GuidePage.objects.latest("pk")
    page.latest_revision.publish(user=None)
    report = undone(run, editor)
    assert report.left_alone == [run.items.get().code]
    assert GuidePage.objects.filter(pk=page.pk, live=True).exists()
