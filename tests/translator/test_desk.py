"""The translator's desk: who may open it, what it shows, saving, review by a second person, publishing."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import Revision

from guides.models import GuidePage
from tests.freshness.test_publishing import publish
from translations.freshness.states import State
from translations.models import GlossaryTerm, TranslatedText, Wording
from translations.models.texts import digest

AJAX = {"X-Requested-With": "fetch"}


def desk(page: GuidePage, deed: str = "") -> str:
    return f"/admin/translations/{page.pk}/en/{deed}"


def rows(client: Client, page: GuidePage, **query: str) -> dict[str, Tag]:
    """What the desk shows, by address."""
    soup = BeautifulSoup(client.get(desk(page), query).content, "lxml")
    return {str(row.select_one("[name=address]")["value"]): row for row in soup.select("[data-row]")}  # type: ignore[index]


def save(client: Client, page: GuidePage, text: str, address: str = "name", **more: Any) -> Any:
    """What a translator's browser sends for one text."""
    seen = str(rows(client, page)[address].select_one("[name=seen]")["value"])  # type: ignore[index]
    sent = {"address": address, "seen": seen, "text": text, **more}
    return client.post(desk(page, "save/"), sent, headers=AJAX)


def newest(page: GuidePage) -> Any:
    return GuidePage.objects.get(pk=page.pk).get_latest_revision_as_object()


ALLOWED = {
    "civil_affairs_editor": True,
    "public_security_editor": False,
    "reviewer": True,
    "translator": True,
    "window_clerk": False,
    "citizen": False,
}


@pytest.mark.parametrize(("role", "may"), ALLOWED.items())
def test_only_those_who_may_edit_a_page_translate_it(
    request: pytest.FixtureRequest, role: str, may: bool, known: GuidePage
) -> None:
    client: Client = request.getfixturevalue(role)
    assert (client.get(desk(known)).status_code == 200) is may
    seen = digest(known.name_zh_hans, known.name_en)
    client.post(desk(known, "save/"), {"address": "name", "seen": seen, "text": f"By the {role}"}, headers=AJAX)
    assert (newest(known).name_en == f"By the {role}") is may
    for deed in ("suggestions/?address=name", "review/", "publish/"):
        answer = client.get(desk(known, deed)) if "?" in deed else client.post(desk(known, deed))
        assert (answer.status_code in {200, 302} and "/login" not in str(answer.headers.get("Location"))) or not may
    assert GuidePage.objects.get(pk=known.pk).name_en == known.name_en


def test_every_text_stands_beside_its_translation_and_the_open_ones_alone(translator: Client, known: GuidePage) -> None:
    known = publish(known, name_zh_hans="结婚登记（新）")
    every = rows(translator, known)
    name = every["name"]
    assert "结婚登记（新）" in name.get_text()
    assert name.select_one("textarea").get_text().strip() == known.name_en  # type: ignore[union-attr]
    assert [part.name for part in name.select(".desk-changes del, .desk-changes ins")]
    assert name["data-open"]
    assert next(iter(every)) == "name"
    assert {address for address, row in every.items() if row["data-open"]} == set(rows(translator, known, show="open"))


def test_kinds_of_rows_are_headed_by_their_chinese_names(translator: Client, known: GuidePage) -> None:
    headings = BeautifulSoup(translator.get(desk(known)).content, "lxml").select(".desk > h2")
    assert "材料" in [heading.get_text() for heading in headings]
    assert [heading.get_text() for heading in headings if heading.get_text().isascii()] == []
    assert [heading.get_text() for heading in headings if heading.get_text().endswith("s")] == []


def test_a_saved_translation_is_in_the_newest_version_and_waits_for_review(
    translator: Client, known: GuidePage
) -> None:
    answer = save(translator, known, "Marriage  registration, new")
    assert answer.status_code == 200
    assert "待审核" in answer.content.decode()
    assert newest(known).name_en == "Marriage registration, new"
    assert GuidePage.objects.get(pk=known.pk).name_en == known.name_en
    assert Wording.objects.get(target="Marriage registration, new").made_by.username == "translator"  # type: ignore[union-attr]


def test_what_one_person_saves_in_one_sitting_is_one_version(translator: Client, known: GuidePage) -> None:
    save(translator, known, "First")
    count = Revision.objects.for_instance(known).count()
    save(translator, known, "Second")
    save(translator, known, "A summary.", "summary")
    assert Revision.objects.for_instance(known).count() == count
    assert (newest(known).name_en, newest(known).summary_en) == ("Second", "A summary.")
    assert Wording.objects.filter(target__in=["First", "Second", "A summary."]).count() == 3


def test_a_row_is_translated_and_a_new_one_that_is_not_stored_yet(translator: Client, known: GuidePage) -> None:
    stored = known.materials.all()[0]
    save(translator, known, "Passport", f"materials.{stored.pk}.name")
    draft = newest(known)
    draft.materials = [*draft.materials.all(), type(stored)(name_zh_hans="照片")]
    draft.save_revision()
    new = next(address for address in rows(translator, known) if address.startswith("materials.new-"))
    save(translator, known, "Photograph", new)
    english = [row.name_en for row in newest(known).materials.all()]
    assert {"Passport", "Photograph"} <= set(english)
    assert len(english) == known.materials.count() + 1


def test_nobody_s_work_is_overwritten_unseen(
    translator: Client, civil_affairs_editor: Client, known: GuidePage
) -> None:
    seen = digest(known.name_zh_hans, known.name_en)
    save(civil_affairs_editor, known, "By the editor")
    answer = translator.post(
        desk(known, "save/"), {"address": "name", "seen": seen, "text": "By the translator"}, headers=AJAX
    )
    assert answer.status_code == 409
    assert newest(known).name_en == "By the editor"
    without_script = translator.post(desk(known, "save/"), {"address": "name", "seen": seen, "text": "x"}, follow=True)
    assert "其间有人修改" in without_script.content.decode()


def test_a_locked_page_says_so_and_keeps_what_it_has(
    translator: Client, civil_affairs_editor: Client, known: GuidePage
) -> None:
    civil_affairs_editor.post(f"/admin/pages/{known.pk}/lock/")
    assert "锁定" in translator.get(desk(known)).content.decode()
    assert save(translator, known, "x").status_code == 409
    assert newest(known).name_en == known.name_en


@pytest.mark.parametrize("text", ["x" * 2000, "a\x00b", "\x1b"])
def test_what_the_column_cannot_take_is_refused_with_a_reason(translator: Client, known: GuidePage, text: str) -> None:
    answer = save(translator, known, text)
    assert answer.status_code == 422
    assert "desk-problem" in answer.content.decode()
    assert newest(known).name_en == known.name_en


def test_formatted_text_keeps_only_what_its_editor_can_make(translator: Client, known: GuidePage) -> None:
    blocks = '{"blocks": [{"key": "a", "text": "<script>x</script>", "type": "unstyled", "depth": 0}], "entityMap": {}}'
    publish(known, remarks_zh_hans="<p>说明</p>")
    assert save(translator, known, blocks, "remarks").status_code == 200
    assert "<script>" not in newest(known).remarks_en
    assert "&lt;script&gt;" in newest(known).remarks_en


@pytest.mark.parametrize("address", ["", "nothing", "materials.999999.name", "pk", "translation_reviewed", "live.1.x"])
def test_addresses_that_are_no_text_are_not_found(translator: Client, known: GuidePage, address: str) -> None:
    sent = {"address": address, "seen": "", "text": "x"}
    assert translator.post(desk(known, "save/"), sent).status_code == 404
    assert translator.get(desk(known, "suggestions/"), {"address": address}).status_code == 404


def test_pages_and_languages_that_are_not_there_are_not_found(translator: Client, known: GuidePage) -> None:
    for address in (
        "/admin/translations/999999/en/",
        f"/admin/translations/{known.pk}/zh-hans/",
        "/admin/translations/1/en/",
    ):
        assert translator.get(address).status_code == 404


def test_a_translation_is_published_when_a_second_person_has_looked_it_over(
    translator: Client, reviewer: Client, known: GuidePage
) -> None:
    save(translator, known, "A new name")
    assert "自己的译文" in translator.post(desk(known, "review/"), {"deed": "review"}, follow=True).content.decode()
    assert "未发布" in reviewer.post(desk(known, "publish/"), follow=True).content.decode()
    reviewer.post(desk(known, "review/"), {"deed": "review"})
    assert Wording.objects.get(target="A new name").reviewed_by.username == "reviewer"  # type: ignore[union-attr]
    assert "无权发布" in translator.post(desk(known, "publish/"), follow=True).content.decode()
    reviewer.post(desk(known, "publish/"))
    page = GuidePage.objects.get(pk=known.pk)
    assert (page.name_en, page.translation_reviewed_en) == ("A new name", True)
    assert TranslatedText.objects.get(page=page, target="A new name").state is State.REVIEWED


def test_a_review_is_taken_back(translator: Client, reviewer: Client, known: GuidePage) -> None:
    save(translator, known, "A new name")
    reviewer.post(desk(known, "review/"), {"deed": "review", "address": "name"})
    assert "审核：reviewer" in rows(reviewer, known)["name"].get_text()
    reviewer.post(desk(known, "review/"), {"deed": "withdraw", "address": "name"})
    assert "待审核" in rows(reviewer, known)["name"].get_text()


def test_what_readers_already_have_as_reviewed_does_not_wait(reviewer: Client, known: GuidePage) -> None:
    assert "待审核" not in reviewer.get(desk(known)).content.decode()


def test_the_memory_offers_the_same_text_and_those_like_it(translator: Client, known: GuidePage) -> None:
    draft = newest(known)
    materials = list(draft.materials.all())
    for material, source in zip(materials, (known.name_zh_hans, f"{known.name_zh_hans}证"), strict=False):
        material.name_zh_hans, material.name_en = source, ""
    draft.materials = materials
    draft.save_revision()
    every = rows(translator, known)
    same, like = (next(a for a, row in every.items() if a.endswith(f"{m.pk}.name")) for m in materials[:2])
    assert known.name_en in every[same].select_one("[data-take]").get_text()  # type: ignore[union-attr]
    offered = translator.get(desk(known, "suggestions/"), {"address": like}).content.decode()
    assert known.name_en in offered
    assert " %" in offered


class Machine:
    def translate(self, texts: list[str], language: str) -> list[str]:
        return [f"{language}: {len(text)} characters" for text in texts]


class Broken:
    def translate(self, texts: list[str], language: str) -> list[str]:
        raise OSError("no line")


def test_a_machine_s_draft_is_offered_marked_and_stored_only_by_a_person(
    translator: Client, known: GuidePage, settings: Any
) -> None:
    assert "data-machine" not in translator.get(desk(known, "suggestions/"), {"address": "name"}).content.decode()
    settings.TRANSLATION_MACHINE = f"{__name__}.Machine"
    draft = f"en: {len(known.name_zh_hans)} characters"
    assert draft in translator.get(desk(known, "suggestions/"), {"address": "name"}).content.decode()
    assert newest(known).name_en == known.name_en
    save(translator, known, draft, by_machine="1")
    assert "机器译文" in rows(translator, known)["name"].get_text()
    settings.TRANSLATION_MACHINE = f"{__name__}.Broken"
    assert translator.get(desk(known, "suggestions/"), {"address": "name"}).status_code == 200


def test_terms_and_facts_are_looked_after(translator: Client, known: GuidePage) -> None:
    GlossaryTerm.objects.create(term="备案", rendering="record-filing", forbidden="put on record", domain="actions")
    publish(known, summary_zh_hans="15日内备案。")
    shown = save(translator, known, "Put on record within 20 days.", "summary").content.decode()
    assert "译文中没有" in shown
    assert "put on record" in shown
    assert "record-filing" in str(rows(translator, known)["summary"].select_one("[data-insert]"))


def test_the_editor_of_a_page_leads_to_its_translations(admin: Client, known: GuidePage) -> None:
    department = known.get_parent()
    assert f"/admin/translations/{department.pk}/en/" in admin.get(f"/admin/pages/{department.pk}/").content.decode()
