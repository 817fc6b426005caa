"""What the law changes reaches those whose pages rest on it, once, and changes nothing by itself."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from guides.codes.statutes import FlagKind, FlagState
from guides.models import GuidePage, LegalBasis, LegalFlag, Material, Statute
from guides.statutes.access import open_flags
from guides.statutes.changes import change_for, compared
from guides.statutes.importing import import_files
from guides.statutes.numbering import ArticleNumber
from guides.statutes.watch import flag_repealed
from knowledge.models import User
from knowledge.models.answers import AnswerBasis
from tests import factories

from .conftest import NEW, OLD, TITLE, new_version
from .texts import found, statute

LIST = "/admin/legal-flags/"
CITED = ArticleNumber(1049)


def flags() -> list[tuple[int, str, int]]:
    return [(flag.page_id, str(flag.kind), flag.number) for flag in LegalFlag.objects.order_by("pk")]


def test_a_changed_article_flags_the_item_that_cites_it(linked: LegalBasis, guide: GuidePage) -> None:
    before = guide.latest_revision_id
    new_version()
    (flag,) = LegalFlag.objects.all()
    assert (flag.page_id, flag.kind, flag.article) == (guide.pk, FlagKind.ARTICLE_CHANGED, CITED)
    assert (flag.before, flag.after) == (OLD[1049], NEW[1049])
    assert (flag.department_id, flag.state) == (guide.department.pk, FlagState.OPEN)
    assert flag.due_on == timezone.localdate() + timedelta(days=14)
    guide.refresh_from_db()
    linked.refresh_from_db()
    assert (guide.latest_revision_id, linked.text_zh_hans) == (
        before,
        "要求结婚的男女双方应当亲自到婚姻登记机关申请结婚登记。",
    )


def test_a_second_import_flags_nothing_anew_not_even_what_was_done(linked: LegalBasis) -> None:
    new_version()
    LegalFlag.objects.update(state=FlagState.DONE)
    new_version()
    new_version({**NEW, 1048: "别的。"})  # a correction of an article that nobody cites
    assert LegalFlag.objects.filter(state=FlagState.OPEN).count() == 0
    assert LegalFlag.objects.count() == 1


@pytest.mark.parametrize(
    ("articles", "kind"),
    [
        ({1048: "甲。"}, FlagKind.ARTICLE_VANISHED),
        ({1048: "甲。", 1049: OLD[1049]}, FlagKind.NEW_VERSION),
        ({1049: f"{OLD[1049][:5]}\n\n{OLD[1049][5:]}"}, FlagKind.NEW_VERSION),
    ],
)
def test_what_happened_to_the_article_says_the_flag(
    linked: LegalBasis, articles: dict[int, str], kind: FlagKind
) -> None:
    new_version(articles)
    assert [one[1] for one in flags()] == [kind]


def test_a_version_that_is_in_force_later_is_due_on_that_day(linked: LegalBasis) -> None:
    later = timezone.localdate() + timedelta(days=100)
    words = f"本法自{later.year}年{later.month}月{later.day}日起施行。"
    new_version({**NEW, 1050: words}, dated="2026-01-01")
    assert LegalFlag.objects.get().due_on == later


def test_a_correction_flags_the_articles_that_it_touches(linked: LegalBasis) -> None:
    new_version({**OLD, 1049: "改正。"}, dated="2020-05-28")
    assert [(one[1], one[2]) for one in flags()] == [(FlagKind.ARTICLE_CHANGED, 1049)]


def test_older_versions_and_first_imports_of_several_are_no_news(guide: GuidePage) -> None:
    import_files(
        [found(statute(TITLE, OLD), "2020-05-28", "民法典"), found(statute(TITLE, NEW), "2024-01-01", "民法典")]
    )
    guide.save_revision().publish()
    new_version(OLD, dated="2010-01-01")
    assert flags() == []


def test_a_repealed_statute_flags_whatever_cites_it(linked: LegalBasis, guide: GuidePage) -> None:
    repealing = {1: "本法自2025年1月1日起施行。《民法典》同时废止。"}
    import_files([found(statute("中华人民共和国新民法典", repealing), "2024-12-01", "新民法典")])
    assert flags() == [(guide.pk, FlagKind.REPEALED, 1049)]
    assert flag_repealed() == 0


def test_answers_and_texts_that_cite_it_are_flagged_too(guide: GuidePage, code: Statute) -> None:
    LegalBasis.objects.all().delete()
    bases = [AnswerBasis(statute_zh_hans="民法典", article_zh_hans="第一千零五十条")]
    answer = factories.AnswerPageFactory(parent=guide.department, bases=bases)
    form = factories.FormPageFactory(parent=guide.department, summary_zh_hans="依据《民法典》第一千零四十八条。")
    Material.objects.filter(page=guide, necessity="later").update(
        required_by_zh_hans="《中华人民共和国民法典》第一千零四十九条第一款"
    )
    new_version()
    assert sorted(flags()) == sorted(
        [
            (answer.pk, FlagKind.ARTICLE_VANISHED, 1050),
            (form.pk, FlagKind.NEW_VERSION, 1048),
            (guide.pk, FlagKind.ARTICLE_CHANGED, 1049),
        ]
    )


def test_drafts_are_not_flagged(linked: LegalBasis, guide: GuidePage) -> None:
    guide.unpublish()
    new_version()
    assert flags() == []


WORDS = st.dictionaries(st.builds(ArticleNumber, st.integers(1, 6)), st.sampled_from(["甲", "乙", "甲 "]), max_size=6)


@given(WORDS, WORDS)
def test_a_comparison_and_a_flag_say_the_same(
    before: dict[ArticleNumber, str], after: dict[ArticleNumber, str]
) -> None:
    for row in compared(before, after):
        kind = change_for(row.article, before, after).kind
        if row.before is not None:
            assert (kind == FlagKind.NEW_VERSION) == row.is_same
        assert (kind == FlagKind.ARTICLE_VANISHED) == (row.after is None)


# --- the work list ------------------------------------------------------------------------------------------------


def test_each_sees_the_flags_of_their_own_pages(
    linked: LegalBasis, civil_affairs_editor: Client, public_security_editor: Client, window_clerk: Client
) -> None:
    new_version()
    flag = LegalFlag.objects.get()
    page = civil_affairs_editor.get(LIST).content.decode()
    assert linked.page.title in page
    assert f"{LIST}{flag.pk}/" in civil_affairs_editor.get("/admin/").content.decode() or "legal-flags" in page
    assert linked.page.title not in public_security_editor.get(LIST).content.decode()
    assert public_security_editor.get(f"{LIST}{flag.pk}/").status_code == 302
    assert public_security_editor.post(f"{LIST}{flag.pk}/", {"deed": "close", "note": "x"}).status_code == 302
    assert window_clerk.get(LIST).status_code == 302
    flag.refresh_from_db()
    assert flag.state == FlagState.OPEN


def test_a_flag_shows_the_difference_and_is_closed_by_a_person_with_a_note(
    linked: LegalBasis, civil_affairs_editor: Client
) -> None:
    new_version()
    flag = LegalFlag.objects.get()
    address = f"{LIST}{flag.pk}/"
    page = civil_affairs_editor.get(address).content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    civil_affairs_editor.post(address, {"deed": "close", "note": " "})
    flag.refresh_from_db()
    assert flag.state == FlagState.OPEN
    civil_affairs_editor.post(address, {"deed": "close", "note": "条文已核对，材料不变"})
    flag.refresh_from_db()
    assert (flag.state, flag.note, flag.done_on) == (FlagState.DONE, "条文已核对，材料不变", timezone.localdate())
    assert flag.done_by == User.objects.get(username="editor-civil-affairs")
    assert linked.page.title in civil_affairs_editor.get(f"{LIST}?show=done").content.decode()
    assert linked.page.title not in civil_affairs_editor.get(LIST).content.decode()
    civil_affairs_editor.post(address, {"deed": "reopen"})
    assert linked.page.title in civil_affairs_editor.get(LIST).content.decode()


def test_a_flag_is_given_to_somebody_who_may_edit_the_page(
    linked: LegalBasis, civil_affairs_editor: Client, public_security_editor: Client
) -> None:
    new_version()
    flag = LegalFlag.objects.get()
    address = f"{LIST}{flag.pk}/"
    mine, other = (User.objects.get(username=f"editor-{name}") for name in ("civil-affairs", "public-security"))
    for person, due_on in ((other.pk, "2030-01-01"), (mine.pk, "no day"), ("x", "2030-99-01")):
        civil_affairs_editor.post(address, {"deed": "assign", "person": person, "due_on": due_on})
        flag.refresh_from_db()
        assert flag.assigned_to is None
    civil_affairs_editor.post(address, {"deed": "assign", "person": mine.pk, "due_on": "2020-01-01"})
    flag.refresh_from_db()
    assert (flag.assigned_to, flag.due_on) == (mine, date(2020, 1, 1))
    for show in ("mine", "late"):
        assert linked.page.title in civil_affairs_editor.get(f"{LIST}?show={show}").content.decode()


def test_the_first_page_of_the_admin_says_how_many_wait(
    linked: LegalBasis, civil_affairs_editor: Client, public_security_editor: Client
) -> None:
    new_version()
    assert '<a href="/admin/legal-flags/"><strong>' in civil_affairs_editor.get("/admin/").content.decode()
    assert '<a href="/admin/legal-flags/"><strong>' not in public_security_editor.get("/admin/").content.decode()


def test_nobody_works_on_items_that_have_been_cancelled(linked: LegalBasis, guide: GuidePage) -> None:
    new_version()
    assert open_flags().exists()
    GuidePage.objects.filter(pk=guide.pk).update(status="cancelled")
    assert not open_flags().exists()


def test_translators_decide_nothing_about_the_law(linked: LegalBasis, translator: Client) -> None:
    new_version()
    assert translator.get(LIST).status_code == 302


def test_whoever_edits_pages_is_helped_to_cite(linked: LegalBasis, translator: Client, window_clerk: Client) -> None:
    assert translator.get(f"{LIST}suggest/", {"q": "民法典"}).json()["suggestions"]
    assert window_clerk.get(f"{LIST}suggest/", {"q": "民法典"}).status_code == 302
