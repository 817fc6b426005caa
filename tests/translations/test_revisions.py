"""Whatever language is active, a revision gives back exactly what was put into it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Revision

from guides.models import GuidePage, Material

from .snapshots import snapshot

# None: no language active (commands, workers). fr: an admin language that is no content language.
LANGUAGES = ["zh-hans", "en", None, "fr"]
BILINGUAL = ["zh-hans", "en"]


def stored(guide: GuidePage) -> Any:
    return GuidePage.objects.get(pk=guide.pk)


@pytest.mark.parametrize("save_language", LANGUAGES)
@pytest.mark.parametrize("publish_language", LANGUAGES)
def test_a_bilingual_revision_survives_saving_and_publishing_in_any_language(
    guide: GuidePage, save_language: str | None, publish_language: str | None
) -> None:
    with translation.override(save_language):
        page = stored(guide)
        page.name_zh_hans, page.name_en, page.remarks_en = "新名", "New name", "<p>New remarks</p>"
        material = page.materials.first()
        material.name_zh_hans, material.name_en = "新证", "New ID"
        page.materials = [material]
        wanted = snapshot(page)
        revision = page.save_revision()
    revision = Revision.objects.get(pk=revision.pk)
    with translation.override(publish_language):
        assert snapshot(revision.as_object()) == wanted
        revision.publish()
    with translation.override("zh-hans"):
        assert snapshot(stored(guide)) == wanted


@pytest.mark.parametrize("save_language", BILINGUAL)
@pytest.mark.parametrize("publish_language", BILINGUAL)
def test_an_emptied_translation_stays_empty_and_is_not_filled_with_chinese(
    guide: GuidePage, save_language: str, publish_language: str
) -> None:
    with translation.override(save_language):
        page = stored(guide)
        page.name_en, page.summary_en, page.remarks_en = None, "", ""
        material = page.materials.first()
        material.name_en, material.remark_en = "", None
        page.materials = [material]
        wanted = snapshot(page)
        revision = page.save_revision()
    with translation.override(publish_language):
        Revision.objects.get(pk=revision.pk).publish()
    with translation.override("zh-hans"):
        published = snapshot(stored(guide))
    assert published == wanted
    assert published["name_en"] == ""
    assert published["materials0.name_en"] == ""


@pytest.mark.parametrize("save_language", BILINGUAL)
@pytest.mark.parametrize("publish_language", BILINGUAL)
def test_a_revision_from_before_a_language_was_added_leaves_that_language_empty(
    guide: GuidePage, save_language: str, publish_language: str
) -> None:
    with translation.override(save_language):
        revision = stored(guide).save_revision()
    content = revision.content
    for holder in (content, *content["materials"]):
        for key in [key for key in holder if key.endswith("_en")]:
            del holder[key]
    revision.content = content
    revision.save()
    with translation.override(publish_language):
        page = Revision.objects.get(pk=revision.pk).as_object()
        assert page.name_zh_hans == "内地居民结婚登记"
        assert not page.name_en
        assert not page.materials.first().name_en


@pytest.mark.parametrize("publish_language", BILINGUAL)
def test_a_revision_from_before_a_field_was_translated_is_chinese(guide: GuidePage, publish_language: str) -> None:
    with translation.override("zh-hans"):
        revision = stored(guide).save_revision()
    content = revision.content
    for holder in (content, *content["materials"]):
        for key in [key for key in holder if key.endswith(("_en", "_zh_hans"))]:
            del holder[key]
        holder["name"] = "旧名"
    content["remarks"] = "<p>旧</p>"
    revision.content = content
    revision.save()
    with translation.override(publish_language):
        page = Revision.objects.get(pk=revision.pk).as_object()
    assert (page.name_zh_hans, page.name_en or "") == ("旧名", "")
    assert page.remarks_zh_hans == "<p>旧</p>"
    assert page.materials.first().name_zh_hans == "旧名"


def test_more_rows_take_no_more_queries_to_restore(guide: GuidePage) -> None:
    def restored() -> int:
        revision = Revision.objects.get(pk=guide.save_revision().pk)
        with CaptureQueriesContext(connection) as asked:
            page = revision.as_object()
        assert snapshot(page) == snapshot(guide)
        return len(asked)

    before = restored()
    guide.materials.add(*(Material(name_zh_hans=f"材料{number}") for number in range(10)))
    assert restored() == before


def test_what_a_revision_holds_does_not_depend_on_the_active_language(guide: GuidePage) -> None:
    with translation.override("zh-hans"):
        in_chinese = stored(guide).serializable_data()
    with translation.override("en"):
        in_english = stored(guide).serializable_data()
    assert in_chinese == in_english
    assert "name" not in in_chinese
    assert "name" not in in_chinese["materials"][0]


def test_the_bare_column_holds_chinese_whatever_language_is_active_at_saving(guide: GuidePage) -> None:
    def columns() -> tuple[str, str, str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "select name, name_zh_hans, name_en from guides_guidepage where page_ptr_id = %s", [guide.pk]
            )
            row: tuple[str, str, str] = cursor.fetchone()
            return row

    with translation.override("zh-hans"):
        stored(guide).save()
        in_chinese = columns()
    with translation.override("en"):
        stored(guide).save()
        in_english = columns()
    assert in_chinese == in_english
    assert in_english[0] == in_english[1] == "内地居民结婚登记"
