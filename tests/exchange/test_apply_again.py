"""A second import: what is the same stays untouched, and no editor's work is lost."""

from typing import Any

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision

from guides.exchange.apply import apply_records
from guides.models import GuidePage, ImportedSource, ImportRun
from tests import factories

from .conftest import a_record, full_record

pytestmark = pytest.mark.usefixtures("import_hall")


def test_a_second_run_changes_nothing_and_makes_no_revision() -> None:
    records = [full_record(source={"note": "x"}), a_record("CODE-2")]
    apply_records(records, publish=True)
    before = (Revision.objects.count(), PageLogEntry.objects.count(), ModelLogEntry.objects.count())
    report = apply_records(records, publish=True)
    assert report.unchanged == ["CODE-1", "CODE-2"]
    assert (Revision.objects.count(), PageLogEntry.objects.count(), ModelLogEntry.objects.count()) == before


def test_only_what_the_record_gives_is_changed() -> None:
    apply_records([full_record()], publish=True)
    rows = {"materials": [{"name_zh_hans": "户口簿", "originals": 1}]}
    report = apply_records([a_record(values={"promised_days": 3}, rows=rows)], publish=True)
    assert report.updated == ["CODE-1"]
    [item] = report.items
    assert [change[0] for change in item.changes] == ["promised_days", "materials"]
    guide = GuidePage.objects.get()
    assert (guide.promised_days, guide.name_en) == (3, "Marriage")
    assert [(m.name_zh_hans, m.originals) for m in guide.materials.all()] == [("户口簿", 1)]
    assert guide.windows.count() == 1
    assert [topic.key for topic in guide.topics.all()] == ["individual/060"]


def test_changed_rows_keep_their_keys_for_comparing() -> None:
    apply_records([full_record()], publish=True)
    before = [material.pk for material in GuidePage.objects.get().materials.all()]
    rows = {
        "materials": [{"name_zh_hans": "身份证", "copies": 2}, {"name_zh_hans": "户口簿"}, {"name_zh_hans": "照片"}]
    }
    apply_records([a_record(rows=rows)], publish=True)
    after = [material.pk for material in GuidePage.objects.get().materials.all()]
    assert after[:2] == before
    assert len(after) == 3


def test_references_follow_changes() -> None:
    apply_records([full_record()], publish=True)
    place = factories.ServicePointFactory()
    apply_records([full_record(rows={"windows": []})], publish=True)
    assert ReferenceIndex.get_references_to(place).count() == 0


def test_drafts_of_an_import_are_published_by_the_next() -> None:
    apply_records([full_record()], publish=False)
    run = ImportRun.objects.create(profile="standard", file_name="x")
    apply_records([full_record(values={"promised_days": 5})], publish=False, run=run)
    report = apply_records([full_record(values={"promised_days": 5})], publish=True)
    assert report.published == ["CODE-1"]
    guide = GuidePage.objects.get()
    assert (guide.live, guide.promised_days) == (True, 5)


def test_an_editors_unpublished_work_is_never_published_by_an_import(superuser: Any) -> None:
    apply_records([full_record()], publish=True)
    draft = GuidePage.objects.get().get_latest_revision_as_object()
    draft.summary_zh_hans = "还没写完"
    draft.save_revision(user=superuser)
    assert apply_records([full_record()], publish=True).unchanged == ["CODE-1"]
    report = apply_records([full_record(values={"promised_days": 9})], publish=True)
    assert report.kept_as_draft == ["CODE-1"]
    guide = GuidePage.objects.get()
    assert (guide.promised_days, guide.summary_zh_hans) == (0, None)
    draft = guide.get_latest_revision_as_object()
    assert (draft.promised_days, draft.summary_zh_hans) == (9, "还没写完")


def test_a_locked_item_is_left_alone(superuser: Any) -> None:
    apply_records([full_record()], publish=True)
    GuidePage.objects.update(locked=True)
    assert len(apply_records([full_record(values={"promised_days": 9})], publish=True).refused) == 1
    assert apply_records([full_record()], publish=True).unchanged == ["CODE-1"]


def test_what_has_no_column_is_kept_and_counted() -> None:
    run = ImportRun.objects.create(profile="guangdong", file_name="x")
    report = apply_records([a_record(source={"bear_paltform": "某平台"})], publish=True, run=run)
    assert report.unmapped == {"bear_paltform": 1}
    assert ImportedSource.objects.get().data == {"bear_paltform": "某平台"}
    apply_records([a_record(source={"bear_paltform": "新平台"})], publish=True, run=run)
    assert ImportedSource.objects.get().data == {"bear_paltform": "新平台"}


def test_missing_required_elements_are_counted_and_do_not_stop_an_import() -> None:
    report = apply_records([a_record(), a_record("CODE-2", values={"summary_zh_hans": "概述"})], publish=True)
    assert len(report.created) == 2
    assert report.missing["legal_bases"] == 2
    assert report.missing["summary_zh_hans"] == 1
