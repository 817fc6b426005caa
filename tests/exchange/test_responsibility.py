"""Lists bring certifications, too: they hold at once, are undone with the import, and never for more than a year."""

import datetime as dt
from typing import Any

import pytest
from wagtail.models import PageLogEntry

from guides.exchange.apply import apply_records
from guides.exchange.undo import undo
from guides.models import GuidePage, ImportRun
from knowledge.review.authors import authors
from tests import factories
from tests.conftest import Hall

from .conftest import a_record

pytestmark = pytest.mark.usefixtures("import_hall")
CERTIFIED = {"certified_on": dt.date(2026, 10, 1), "certified_by_post": "科长", "review_by": dt.date(2027, 4, 1)}


def certification(guide: GuidePage) -> dict[str, Any]:
    found = GuidePage.objects.get(pk=guide.pk)
    return {name: getattr(found, name) for name in CERTIFIED}


def imported(guide: GuidePage, **values: Any) -> ImportRun:
    run = ImportRun.objects.create(profile="standard", file_name="x.xlsx")
    assert apply_records([a_record(guide.task_code, values=values)], publish=True, run=run).refused == []
    return run


def test_a_certification_of_a_list_holds_and_is_undone(guide: GuidePage) -> None:
    run = imported(guide, **CERTIFIED)
    assert certification(guide) == CERTIFIED
    assert PageLogEntry.objects.get(action="guides.certify").page_id == guide.pk
    undo(run, None)
    assert certification(guide) == {"certified_on": None, "certified_by_post": "", "review_by": None}


def test_a_later_certification_is_not_undone_with_the_import(guide: GuidePage) -> None:
    run = imported(guide, **CERTIFIED)
    GuidePage.objects.filter(pk=guide.pk).update(certified_by_post="后来的科长")
    undo(run, None)
    assert certification(guide)["certified_by_post"] == "后来的科长"


def test_more_than_a_year_is_refused(guide: GuidePage) -> None:
    values = {**CERTIFIED, "review_by": dt.date(2027, 10, 2)}
    for code in (guide.task_code, "CODE-NEW"):
        [refusal] = apply_records([a_record(code, values=values)], publish=True).refused
        assert refusal.reason.startswith("review_by")


def test_a_change_by_a_list_says_so_in_the_history(guide: GuidePage) -> None:
    GuidePage.objects.filter(pk=guide.pk).update(change_weight="typo", change_reason="上一次的原因")
    imported(guide, promised_days=9)
    entry = PageLogEntry.objects.filter(page=guide.pk, action="wagtail.publish").latest("pk")
    assert entry.data["why"] == "按官方事项清单更新"
    assert GuidePage.objects.get(pk=guide.pk).change_weight == ""


def test_what_a_person_imports_is_a_draft_of_theirs(import_hall: Hall, guide: GuidePage) -> None:
    user = factories.UserFactory(username="importer", is_superuser=True)
    apply_records([a_record(guide.task_code, values={"promised_days": 9}), a_record("NEW")], publish=True, user=user)
    guide.refresh_from_db()
    assert (guide.promised_days, guide.has_unpublished_changes) == (0, True)
    assert authors(guide.latest_revision) == {user.pk}
    assert not GuidePage.objects.get(task_code="NEW").live
