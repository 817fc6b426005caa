"""An item's life in Wagtail's admin, whatever language the editor works in."""

import datetime as dt
import json

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import PageLogEntry, ReferenceIndex
from wagtail.users.models import UserProfile

from guides.models import GuidePage
from guides.rules.completeness import REQUIRED
from knowledge.models import User
from tests import factories
from tests.conftest import Hall
from tests.translations.snapshots import snapshot

from .browser import banner, edit_address, errors_of, form_values, publish, submit

LANGUAGES = ["zh-hans", "en"]


def stored(guide: GuidePage) -> GuidePage:
    return GuidePage.objects.get(pk=guide.pk)


def works_in(user: User, language: str) -> None:
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_editor_shows_both_languages_and_never_a_bare_field(
    admin: Client, superuser: User, guide: GuidePage, language: str
) -> None:
    works_in(superuser, language)
    values = form_values(admin.get(edit_address(guide)).content.decode())
    for name in ("name_zh_hans", "name_en", "remarks_en", "materials-0-name_zh_hans", "materials-0-name_en"):
        assert name in values
    assert not {"name", "summary", "remarks", "materials-0-name"} & set(values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_over_a_published_item_waits_until_it_is_published(
    admin: Client, reviewer: Client, superuser: User, guide: GuidePage, language: str
) -> None:
    works_in(superuser, language)
    draft = {"name_zh_hans": "结婚登记（草稿）", "name_en": "Draft", "change_reason": "更名"}
    assert submit(admin, guide, **draft).status_code == 302
    page = stored(guide)
    assert (page.name_zh_hans, page.title) == ("内地居民结婚登记", "内地居民结婚登记")
    assert (page.draft_title, page.has_unpublished_changes) == ("结婚登记（草稿）", True)
    assert submit(reviewer, guide, "publish").status_code == 302
    page = stored(guide)
    assert (page.name_zh_hans, page.name_en, page.title) == ("结婚登记（草稿）", "Draft", "结婚登记（草稿）")
    assert page.materials.count() == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_emptying_the_english_name_leaves_it_empty(
    admin: Client, reviewer: Client, superuser: User, guide: GuidePage, language: str
) -> None:
    works_in(superuser, language)
    assert publish(admin, reviewer, guide, name_en="").status_code == 302
    page = stored(guide)
    assert (page.name_en or "", page.name_zh_hans) == ("", "内地居民结婚登记")


def test_an_untouched_rich_text_counts_as_empty(admin: Client, guide: GuidePage) -> None:
    untouched = json.dumps({"blocks": [{"key": "a", "text": "", "type": "unstyled"}], "entityMap": {}})
    assert submit(admin, guide, "publish", remarks_en=untouched).status_code == 302
    assert (stored(guide).remarks_en or "") == ""


def test_text_boxes_grow_with_their_text_in_every_language() -> None:
    fields = GuidePage.get_edit_handler().get_form_class().base_fields
    assert isinstance(fields["summary_zh_hans"].widget, AdminAutoHeightTextInput)
    assert isinstance(fields["summary_en"].widget, AdminAutoHeightTextInput)
    assert isinstance(fields["remarks_en"].widget, DraftailRichTextArea)


def label_of(field: str) -> str:
    [label] = [str(element.label) for element in REQUIRED if element.field == field]
    return label


def test_a_draft_without_a_chinese_name_is_refused_and_named(admin: Client, guide: GuidePage) -> None:
    assert list(errors_of(submit(admin, guide, name_zh_hans=""))) == ["name_zh_hans"]


def test_an_incomplete_draft_can_be_saved(admin: Client, guide: GuidePage) -> None:
    assert submit(admin, guide, summary_zh_hans="", task_code="").status_code == 302


@pytest.mark.parametrize("field", ["summary_zh_hans", "task_code", "visits", "online_depth", "item_type"])
def test_publishing_with_a_required_element_empty_is_refused_and_names_it(
    admin: Client, guide: GuidePage, field: str
) -> None:
    response = submit(admin, guide, "publish", change_reason="更新", **{field: ""})
    assert list(errors_of(response)) == ["__all__", field]
    assert label_of(field) in banner(response)


@pytest.mark.parametrize("relation", ["legal_bases", "conditions", "materials", "steps", "enquiries"])
def test_publishing_without_a_required_row_is_refused_and_names_it(
    admin: Client, guide: GuidePage, relation: str
) -> None:
    rows = getattr(guide, relation).count()
    deleted = {f"{relation}-{number}-DELETE": "1" for number in range(rows)}
    response = submit(admin, guide, "publish", **deleted)
    assert label_of(relation) in banner(response)
    assert response.context["form"].formsets[relation].non_form_errors()
    assert stored(guide).live


def test_the_editor_offers_a_preview_in_each_language(admin: Client, guide: GuidePage) -> None:
    for mode, name in (("zh-hans", "内地居民结婚登记"), ("en", "Marriage registration for mainland residents")):
        response = admin.get(reverse("wagtailadmin_pages:view_draft", args=[guide.pk]), {"mode": mode})
        assert name in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scheduled_item_appears_and_disappears_on_time(
    admin: Client, superuser: User, guide: GuidePage, language: str
) -> None:
    works_in(superuser, language)
    guide.unpublish()
    later = timezone.localtime() + dt.timedelta(hours=1)
    assert submit(admin, guide, "publish", go_live_at=later.strftime("%Y-%m-%d %H:%M")).status_code == 302
    assert not stored(guide).live
    revision = stored(guide).latest_revision
    past = timezone.now() - dt.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    with translation.override("en" if language == "zh-hans" else "zh-hans"):
        call_command("publish_scheduled")
    page = stored(guide)
    assert page.live
    assert page.name_en == guide.name_en
    GuidePage.objects.filter(pk=guide.pk).update(expire_at=past)
    call_command("publish_scheduled")
    assert not stored(guide).live


def test_two_versions_can_be_compared_and_the_older_one_restored(
    admin: Client, reviewer: Client, guide: GuidePage
) -> None:
    publish(admin, reviewer, guide, name_en="Changed name")
    first, last = guide.revisions.order_by("id").first(), guide.revisions.order_by("id").last()
    comparison = admin.get(reverse("wagtailadmin_pages:revisions_compare", args=[guide.pk, first.pk, last.pk]))
    assert "Changed" in comparison.content.decode()
    restored = admin.get(reverse("wagtailadmin_pages:revisions_revert", args=[guide.pk, first.pk]))
    assert "Marriage registration for mainland residents" in restored.content.decode()


def test_a_copy_has_all_texts_and_rows_of_its_original(admin: Client, hall: Hall, guide: GuidePage) -> None:
    data = {"new_title": "copy", "new_slug": "copy", "new_parent_page": hall.civil_affairs.pk, "publish_copies": "on"}
    assert admin.post(reverse("wagtailadmin_pages:copy", args=[guide.pk]), data).status_code == 302
    assert snapshot(GuidePage.objects.get(slug="copy")) == snapshot(guide)


def test_a_link_counts_once_in_the_language_it_stands_in(hall: Hall, guide: GuidePage, admin_indexes: None) -> None:
    guide.remarks_en = f'<p><a linktype="page" id="{hall.home.pk}">home</a></p>'
    with translation.override("en"):
        guide.save_revision().publish()
    references = ReferenceIndex.objects.filter(to_object_id=str(hall.home.pk), object_id=str(guide.pk))
    assert list(references.values_list("model_path", flat=True)) == ["remarks_en."]


def test_saving_automatically_keeps_the_latest_draft(admin: Client, guide: GuidePage) -> None:
    values = form_values(admin.get(edit_address(guide)).content.decode())
    response = admin.post(
        edit_address(guide), {**values, "name_en": "Saved by itself"}, headers={"Accept": "application/json"}
    )
    assert response.json()["success"] is True
    assert stored(guide).get_latest_revision_as_object().name_en == "Saved by itself"
    refused = admin.post(edit_address(guide), {**values, "name_zh_hans": ""}, headers={"Accept": "application/json"})
    assert refused.json()["success"] is False


def test_history_says_who_did_what_and_why(admin: Client, reviewer: Client, guide: GuidePage) -> None:
    publish(admin, reviewer, guide, promised_days="3", change_reason="承诺时限缩短")
    entries = PageLogEntry.objects.filter(page=guide.pk, action__in=["wagtail.edit", "wagtail.publish"])
    done = {(str(entry.user), entry.action, entry.data.get("why")) for entry in entries}
    assert ("chief", "wagtail.edit", "承诺时限缩短") in done
    assert ("reviewer", "wagtail.publish", "承诺时限缩短") in done
    history = admin.get(reverse("wagtailadmin_pages:history", args=[guide.pk]))
    assert "承诺时限缩短" in history.content.decode()


def test_many_items_at_once_are_published_only_when_complete(admin: Client, hall: Hall) -> None:
    complete = factories.GuidePageFactory(parent=hall.civil_affairs, slug="complete", publish=False)
    gap = factories.GuidePageFactory(parent=hall.civil_affairs, slug="gap", publish=False, summary_zh_hans="")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin.post(f"{address}?id={complete.pk}&id={gap.pk}&next=/admin/", {})
    assert not stored(gap).live
    admin.post(f"{address}?id={complete.pk}&next=/admin/", {})
    assert stored(complete).live
    admin.post(f"{address}?id={hall.civil_affairs.pk}&next=/admin/", {"include_descendants": "on"})
    assert not stored(gap).live


def test_a_new_item_gets_an_address_in_latin_letters(hall: Hall) -> None:
    guide = GuidePage(name_zh_hans="户口迁移")
    hall.civil_affairs.add_child(instance=guide)
    assert guide.slug == "hu-kou-qian-yi"
