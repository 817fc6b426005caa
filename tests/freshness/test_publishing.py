"""What is known of texts after drafts, publications and reverts."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Revision

from guides.models import GuidePage
from knowledge import staff
from knowledge.models import DepartmentPage, User
from tests import factories
from tests.admin.browser import edit_address, submit
from tests.conftest import Hall
from translations.exchange import xliff
from translations.exchange.segments import segments_of
from translations.exchange.taking import take
from translations.freshness.recording import record
from translations.freshness.states import Significance, State
from translations.local_text import as_written
from translations.models import SourceChange, TranslatedPage, TranslatedText

MARRIAGE = "/en/departments/civil-affairs/"


def publish(page: Any, **values: Any) -> Any:
    """The next version of a page, published."""
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def text_of(page: TranslatedPage, field: str = "name") -> TranslatedText:
    kind = ContentType.objects.get_for_model(type(page))
    return TranslatedText.objects.get(page=page, field=field, content_type=kind, object_id=page.pk, language="en")


@pytest.fixture
def known(guide: GuidePage) -> GuidePage:
    """An item of which everything is recorded, its English reviewed."""
    return publish(guide, translation_reviewed_en=True)


def test_a_changed_chinese_leaves_its_english_behind_until_that_is_changed(known: GuidePage) -> None:
    assert text_of(known).state is State.REVIEWED
    known = publish(known, name_zh_hans="结婚登记（新）")
    text = text_of(known)
    assert (text.state, text.significance, bool(text.outdated_on)) == (State.OUTDATED, Significance.NORMAL, True)
    assert text_of(known, "summary").state is State.REVIEWED
    known = publish(known, name_en="Marriage registration (new)")
    assert text_of(known).state is State.REVIEWED


def test_a_slip_of_the_pen_leaves_nothing_behind_and_speaks_of_one_change_only(known: GuidePage) -> None:
    known = publish(known, name_zh_hans="结婚登纪", change_weight="typo")
    assert text_of(known).state is State.REVIEWED
    known = publish(known, name_zh_hans="离婚登记")
    assert text_of(known).state is State.OUTDATED


def test_going_back_to_an_older_version_brings_back_what_it_was_worth(known: GuidePage) -> None:
    older = Revision.objects.get(pk=known.latest_revision_id)
    known = publish(known, name_zh_hans="离婚登记")
    assert text_of(known).state is State.OUTDATED
    older.as_object().save_revision().publish()
    assert text_of(known).state is State.REVIEWED


def test_english_written_before_the_chinese_changed_in_the_same_draft_is_outdated(known: GuidePage) -> None:
    draft = known.get_latest_revision_as_object()
    draft.name_en = "A better name"
    draft.save_revision()
    known = publish(GuidePage.objects.get(pk=known.pk), name_zh_hans="离婚登记")
    assert text_of(known).state is State.OUTDATED


def test_a_changed_material_is_major_and_is_kept_as_a_change(known: GuidePage) -> None:
    draft = known.get_latest_revision_as_object()
    materials = list(draft.materials.all())
    was, materials[0].name_zh_hans = materials[0].name_zh_hans, "护照"
    draft.materials = materials
    draft.save_revision().publish()
    change = SourceChange.objects.get()
    assert (change.before, change.after, change.significance) == (was, "护照", Significance.MAJOR)
    text = TranslatedText.objects.get(object_id=materials[0].pk, field="name", content_type=change.content_type)
    assert (text.state, text.significance) == (State.OUTDATED, Significance.MAJOR)


def test_a_row_that_is_gone_is_a_change_and_nothing_is_known_of_it_any_more(known: GuidePage) -> None:
    draft = known.get_latest_revision_as_object()
    gone = draft.materials.all()[0]
    draft.materials = list(draft.materials.all())[1:]
    draft.save_revision().publish()
    assert gone.name_zh_hans in SourceChange.objects.filter(after="").values_list("before", flat=True)
    assert not TranslatedText.objects.filter(object_id=gone.pk, source=gone.name_zh_hans, page=known).exists()


def test_recording_twice_changes_nothing(known: GuidePage) -> None:
    before = list(TranslatedText.objects.order_by("pk").values())
    record(known)
    assert list(TranslatedText.objects.order_by("pk").values()) == before
    assert not SourceChange.objects.exists()


STEPS = st.lists(st.sampled_from(["chinese", "english", "publish", "revert", "export", "import"]), max_size=12)


class Town:
    """A department whose texts somebody edits, publishes, sends out and takes back.

    It remembers with which Chinese before them somebody wrote each English text.
    """

    def __init__(self, page: DepartmentPage, user: Any) -> None:
        self.page, self.user = publish(page, translation_reviewed_en=True), user
        self.first = self.page.latest_revision_id
        self.written = {self.page.name_en: {self.page.name_zh_hans}}
        self.file = b""
        self.export(0)

    def draft(self) -> Any:
        return DepartmentPage.objects.get(pk=self.page.pk).get_latest_revision_as_object()

    def chinese(self, number: int) -> None:
        draft = self.draft()
        draft.name_zh_hans = f"雅安市民政局{number}"
        draft.save_revision()

    def english(self, number: int) -> None:
        draft = self.draft()
        draft.name_en = f"Bureau {number}"
        self.written[draft.name_en] = {draft.name_zh_hans}
        draft.save_revision()

    def publish(self, number: int) -> None:
        self.draft().save_revision().publish()

    def revert(self, number: int) -> None:
        Revision.objects.get(pk=self.first).as_object().save_revision()

    def export(self, number: int) -> None:
        self.file = xliff.write(segments_of(DepartmentPage.objects.get(pk=self.page.pk), "en"), "en")

    def import_(self, number: int) -> None:
        """The file of the last export, with a translation of the Chinese that stands in it."""
        segments = [
            replace(one, target=f"Office {number}") for one in xliff.read(self.file, "en") if one.address == "name"
        ]
        if take(segments, self.user, "en").taken:
            self.written[f"Office {number}"] = {one.source for one in segments}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_no_sequence_leaves_english_reviewed_whose_chinese_has_changed_since(
    hall: Hall, admin_user: User, steps: list[str]
) -> None:
    town = Town(hall.civil_affairs, admin_user)
    for number, step in enumerate(steps):
        getattr(town, f"{step}_" if step == "import" else step)(number)
        if step == "publish":
            text = text_of(town.page)
            assert (text.state is State.REVIEWED) == (text.source in town.written[text.target])
            assert as_written(text.source, "en").stands_in
            assert not as_written(text.target, "en").stands_in, "a text stands in the wrong language"


def test_readers_are_told_and_shown_the_chinese_of_what_changed_much(known: GuidePage, client: Client) -> None:
    draft = known.get_latest_revision_as_object()
    draft.summary_zh_hans = "全新的说明。"
    materials = list(draft.materials.all())
    materials[0].name_zh_hans = "护照原件"
    draft.materials = materials
    draft.save_revision().publish()
    soup = BeautifulSoup(client.get(f"{MARRIAGE}{known.slug}/").content, "lxml")
    assert "being brought up to date" in soup.get_text()
    lead = soup.select_one(".lead")
    assert lead is not None
    assert "changed slightly" in lead.get_text()
    assert "全新的说明" not in lead.get_text()
    beside = soup.select_one('#materials .stale-beside [lang="zh-Hans"]')
    assert beside is not None
    assert beside.get_text() == "护照原件"
    assert "stale" not in client.get(f"/zh-hans/departments/civil-affairs/{known.slug}/").content.decode()


def test_editors_are_told_before_and_after(admin: Client, known: GuidePage) -> None:
    reviewer = Client()
    reviewer.force_login(factories.UserFactory(groups=[staff.reviewers(Page.objects.get(depth=2))]))
    submit(admin, known, name_zh_hans="结婚登记（新）", change_reason="更名")
    said = admin.get(edit_address(known)).content.decode()
    assert "发布后" in said
    submit(reviewer, known, "publish")
    assert "已不是最新" in reviewer.get(edit_address(known)).content.decode()


def test_translators_have_a_list_with_what_matters_most_first(admin: Client, known: GuidePage) -> None:
    publish(known, name_zh_hans="结婚登记（新）", fee_note_zh_hans="收费。", fee_note_en="Free.")
    known = publish(known, fee_note_zh_hans="收费十元。")
    page = BeautifulSoup(admin.get("/admin/translations/").content, "lxml")
    cells = [row.get_text(" ", strip=True) for row in page.select("table.listing tbody tr")]
    assert len(cells) == 2
    assert "收费十元" in cells[0]
    assert "结婚登记（新）" in cells[1]
    missing = admin.get("/admin/translations/", {"state": "missing", "language": "en"})
    assert missing.status_code == 200
    assert admin.get("/admin/translations/", {"export": "csv"}).status_code == 200
