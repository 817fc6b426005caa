"""What is written down when an item is published, taken off, moved, ended or deleted."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from guides.codes import ChangeKind, PartKind
from guides.models import Change, ChangedPart, GuidePage, Material, Snapshot
from guides.record.listing import public_changes
from guides.record.packing import unpack
from guides.record.recording import record
from tests import factories
from tests.conftest import Hall

from .conftest import last, publish


def parts(guide: GuidePage) -> list[tuple[str, str, str, object, object]]:
    found = ChangedPart.objects.filter(change=last(guide))
    return [(part.kind, part.relation, part.field, part.before, part.after) for part in found]


def test_the_first_publication_has_the_whole_item_and_no_differences(guide: GuidePage) -> None:
    change = last(guide)
    assert (change.kind, change.name_zh_hans, change.code) == (ChangeKind.FIRST, guide.name_zh_hans, guide.task_code)
    assert not change.parts.exists()
    content, references = unpack(change.snapshot.content)
    assert content["materials"][0]["name_zh_hans"] == "居民身份证"
    assert references["knowledge.servicepoint"]


def test_a_changed_fact_is_kept_with_what_was_and_what_is(guide: GuidePage) -> None:
    publish(guide, promised_days=5)
    assert last(guide).kind == ChangeKind.CHANGED
    assert parts(guide) == [(PartKind.FACT, "", "promised_days", 0, 5)]


def test_a_row_that_changed_is_named(guide: GuidePage) -> None:
    materials = list(guide.materials.all())
    materials[1].originals = 2
    publish(guide, materials=materials)
    assert parts(guide) == [(PartKind.ROW, "materials", "originals", 3, 2)]
    assert last(guide).parts.get().row == {"zh-hans": "合影照片", "en": "Photograph together"}


def test_a_new_row_and_one_that_is_gone_are_kept_whole(guide: GuidePage) -> None:
    kept = guide.materials.all()[0]
    publish(guide, materials=[kept, Material(name_zh_hans="户口簿", copies=1)])
    (gone, new) = parts(guide)
    assert gone[0] == PartKind.REMOVED
    assert gone[3]["name_zh_hans"] == "合影照片"  # type: ignore[index]
    assert new[0] == PartKind.ADDED
    assert new[4] == {"name_zh_hans": "户口簿", "copies": 1, "necessity": "required", "no_submission": False}


def test_another_order_is_said_as_such(guide: GuidePage) -> None:
    first, second = guide.materials.all()
    first.sort_order, second.sort_order = 1, 0
    publish(guide, materials=[second, first])
    assert parts(guide) == [(PartKind.REORDERED, "materials", "", [0, 1], [1, 0])]


def test_publishing_what_is_public_already_is_no_change(guide: GuidePage) -> None:
    publish(guide)
    publish(guide, change_weight="major")
    assert Change.objects.filter(page_id=guide.pk).count() == 1


def test_a_draft_is_no_change(guide: GuidePage) -> None:
    guide.promised_days = 9
    guide.save_revision(clean=False)
    assert Change.objects.filter(page_id=guide.pk).count() == 1


def test_english_that_nobody_has_reviewed_stays_out(guide: GuidePage) -> None:
    publish(guide, translation_reviewed_en=False)
    publish(guide, summary_en="Secret", summary_zh_hans="新的概要")
    assert [part[2] for part in parts(guide)] == ["summary_zh_hans"]
    assert not last(guide).name_en


def test_a_day_of_effect_that_was_changed_is_when_the_change_is_in_force(guide: GuidePage) -> None:
    publish(guide, effective_date=timezone.localdate().replace(year=2030))
    assert last(guide).effective_from == timezone.localdate().replace(year=2030)


def test_the_reason_that_an_editor_gave_is_kept(guide: GuidePage) -> None:
    guide.change_reason, guide.promised_days = "依国发〔2026〕8号", 4
    assert record(guide)
    assert last(guide).reason_zh_hans == "依国发〔2026〕8号"


@pytest.mark.parametrize(("status", "kind"), [("suspended", ChangeKind.SUSPENDED), ("cancelled", ChangeKind.CANCELLED)])
def test_a_status_has_its_kind_and_its_end_too(guide: GuidePage, status: str, kind: ChangeKind) -> None:
    publish(guide, status=status)
    assert last(guide).kind == kind
    publish(guide, status=status, promised_days=8)
    assert last(guide).kind == ChangeKind.CHANGED
    publish(guide, status="in_use")
    assert last(guide).kind == ChangeKind.RESTORED


def test_taken_off_and_put_back(guide: GuidePage) -> None:
    guide.unpublish()
    assert last(guide).kind == ChangeKind.UNPUBLISHED
    assert last(guide).listed == {}
    publish(GuidePage.objects.get(pk=guide.pk))
    assert last(guide).kind == ChangeKind.RESTORED


def test_a_moved_item_has_both_departments_in_its_record(guide: GuidePage, hall: Hall) -> None:
    old = guide.url_path
    guide.move(hall.public_security, pos="last-child")
    change = last(guide)
    assert (change.kind, change.department_id) == (ChangeKind.MOVED, hall.public_security.pk)
    assert change.address != old
    (part,) = change.parts.all()
    assert part.field == "department"
    assert (part.before["names"]["en"], part.after["names"]["en"]) == (
        "Ya'an Municipal Civil Affairs Bureau",
        "Ya'an Municipal Public Security Bureau",
    )


def test_the_record_outlives_the_page(past: GuidePage) -> None:
    key = past.pk
    past.delete()
    kinds = list(Change.objects.filter(page_id=key).order_by("pk").values_list("kind", flat=True))
    assert kinds == ["first", "changed", "changed", "deleted"]
    assert Snapshot.objects.filter(change__page_id=key).count() == 3


def test_the_record_survives_the_purging_of_revisions(past: GuidePage) -> None:
    before = Revision.objects.count()
    call_command("purge_revisions", verbosity=0)
    assert Revision.objects.count() < before
    assert Snapshot.objects.filter(change__page_id=past.pk).count() == 3


def test_what_was_behind_a_login_stays_out_of_sight(past: GuidePage, hall: Hall) -> None:
    restriction = PageViewRestriction.objects.create(page=hall.civil_affairs, restriction_type="login")
    assert not public_changes().exists()
    past.delete()
    restriction.delete()
    assert not public_changes().exists()


def test_an_item_that_was_never_published_leaves_nothing(hall: Hall) -> None:
    draft = factories.GuidePageFactory(parent=hall.civil_affairs, slug="draft", publish=False)
    draft.delete()
    assert not Change.objects.filter(address__contains="/draft/").exists()


def test_deleting_a_department_keeps_the_record_of_its_items(past: GuidePage, hall: Hall) -> None:
    Page.objects.get(pk=hall.civil_affairs.pk).delete()
    assert last(past).kind == ChangeKind.DELETED
    assert last(past).department_name_zh_hans == "雅安市民政局"


def test_changes_have_the_days_that_they_were_given(past: GuidePage) -> None:
    days = [timezone.localdate(one.at).isoformat() for one in Change.objects.filter(page_id=past.pk).order_by("pk")]
    assert days == ["2026-02-01", "2026-03-01", "2026-05-02"]


def test_what_was_published_behind_a_login_is_nobodys_business_afterwards_either(guide: GuidePage, hall: Hall) -> None:
    restriction = PageViewRestriction.objects.create(page=hall.civil_affairs, restriction_type="login")
    publish(guide, promised_days=1)
    restriction.delete()
    assert 1 not in [part.after for change in public_changes() for part in change.parts.all()]


def test_moving_an_item_does_not_repeat_the_reason_of_an_earlier_change(guide: GuidePage, hall: Hall) -> None:
    publish(guide, promised_days=1, change_reason="川府发〔2026〕3号")
    GuidePage.objects.get(pk=guide.pk).move(hall.public_security, pos="last-child")
    assert (last(guide).kind, last(guide).reason_zh_hans or "") == (ChangeKind.MOVED, "")


def test_that_an_item_was_certified_is_no_change_of_it(guide: GuidePage) -> None:
    before = Change.objects.filter(page_id=guide.pk).count()
    publish(guide, certified_on=timezone.localdate(), certified_by_post="科长")
    assert Change.objects.filter(page_id=guide.pk).count() == before
