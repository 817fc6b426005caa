"""The list of what is missing: gathered, worked off, and seen to help."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage
from knowledge.codes import Opinion, Sign
from knowledge.gaps.effect import effect
from knowledge.gaps.gathering import gather
from knowledge.models import AnswerPage, AnswerVote, Gap, GapSign, SearchLogEntry, UnansweredQuestion, User
from tests import factories
from tests.conftest import Hall

LIST = "/admin/gaps/"


def search(query: str, times: int, hits: int = 0, day: date | None = None) -> None:
    for _time in range(times):
        SearchLogEntry.objects.count_up(day or timezone.localdate(), "zh-hans", query, hits)


def signs() -> dict[str, int]:
    return {str(sign.kind): sign.people for sign in GapSign.objects.all()}


def test_every_source_gives_its_sign(guide: GuidePage) -> None:
    page: AnswerPage = factories.AnswerPageFactory(parent=guide.department)
    AnswerPage.objects.filter(pk=page.pk).update(review_by=timezone.localdate() - timedelta(days=1))
    search("彩票奖金交税", 5)
    search("结婚登记加急", 3, hits=4)
    UnansweredQuestion.objects.count_up(timezone.localdate(), "zh-hans", "宠物狗办证")
    for _time in range(2):
        AnswerVote.objects.count_up(page, "zh-hans", Opinion.OUTDATED)
    guide.enquiries.all().delete()
    gather()
    assert signs() == {
        Sign.NOTHING_FOUND: 5,
        Sign.NEVER_OPENED: 3,
        Sign.AT_THE_DESK: 1,
        Sign.DOUBTED: 2,
        Sign.TO_REVIEW: 1,
        Sign.HOLE: 1,
    }
    hole = GapSign.objects.get(kind=Sign.HOLE)
    assert hole.text == "内地居民结婚登记（缺：向谁咨询）" or "内地居民结婚登记（缺：" in hole.text
    assert hole.gap.department == guide.department


def test_what_is_well_gives_none(guide: GuidePage) -> None:
    factories.AnswerPageFactory(parent=guide.department)
    search("结婚登记", 2, hits=4)
    gather()
    assert signs() == {}


def test_gathering_again_keeps_who_works_on_it_and_drops_what_is_gone(hall: Hall) -> None:
    search("彩票奖金交税", 5)
    search("宠物狗办证", 2)
    gather()
    gap = Gap.objects.get(title="彩票奖金交税")
    gap.assigned_to = factories.UserFactory()
    gap.save()
    SearchLogEntry.objects.filter(query="宠物狗办证").update(hits=3, clicks=1)
    search("彩票奖金交税", 1)
    gather()
    (left,) = Gap.objects.all()
    assert (left.pk, left.people, left.assigned_to) == (gap.pk, 6, gap.assigned_to)


def test_one_that_was_closed_does_not_come_back_as_another(hall: Hall) -> None:
    search("彩票奖金交税", 5)
    gather()
    Gap.objects.update(state="closed", closed_on=timezone.localdate())
    gather()
    assert Gap.objects.count() == 1
    assert not Gap.objects.filter(state="open").exists()


def test_its_effect_is_the_searches_in_vain_before_and_since(hall: Hall) -> None:
    today = timezone.localdate()
    search("彩票奖金交税", 30, day=today - timedelta(days=20))
    gather()
    gap = Gap.objects.get()
    assert effect(gap, today) is None
    gap.closed_on = today - timedelta(days=14)
    search("彩票奖金交税", 2, day=today - timedelta(days=3))
    found = effect(gap, today)
    assert found is not None
    assert (found.before, found.since, found.days) == (7.0, 1.0, 14)


# --- in the admin -------------------------------------------------------------------------------------------------


def test_each_sees_their_own_and_what_belongs_to_none(
    guide: GuidePage, civil_affairs_editor: Client, public_security_editor: Client, translator: Client
) -> None:
    guide.enquiries.all().delete()
    search("彩票奖金交税", 5)
    gather()
    mine = Gap.objects.get(department=guide.department)
    assert "彩票奖金交税" in public_security_editor.get(LIST).content.decode()
    assert guide.name_zh_hans in civil_affairs_editor.get(LIST).content.decode()
    assert guide.name_zh_hans not in public_security_editor.get(LIST).content.decode()
    assert public_security_editor.get(f"{LIST}{mine.pk}/").status_code == 302
    assert translator.get(LIST).status_code == 302
    assert translator.post(LIST).status_code == 302


def test_a_gap_is_assigned_closed_by_what_was_done_and_opened_again(hall: Hall, civil_affairs_editor: Client) -> None:
    search("彩票奖金交税", 5)
    assert "1 项待处理" in civil_affairs_editor.post(LIST, follow=True).content.decode()
    gap = Gap.objects.get()
    address = f"{LIST}{gap.pk}/"
    editor = User.objects.get(username="editor-civil-affairs")
    civil_affairs_editor.post(address, {"deed": "assign", "person": str(editor.pk), "due_on": "2026-12-31"})
    assert "彩票奖金交税" in civil_affairs_editor.get(f"{LIST}?show=mine").content.decode()
    page = civil_affairs_editor.get(address).content.decode()
    assert "添加同义词" in page
    assert "写一条解答" in page
    civil_affairs_editor.post(address, {"deed": "close", "remedy": "synonym", "note": "彩票=博彩"})
    gap.refresh_from_db()
    assert (gap.state, gap.remedy, gap.people_before, gap.assigned_to) == ("closed", "synonym", 5, editor)
    civil_affairs_editor.post(address, {"deed": "reopen"})
    gap.refresh_from_db()
    assert (gap.state, gap.remedy) == ("open", "")


@pytest.mark.parametrize(
    "given",
    [
        {"deed": "assign", "due_on": "2026-13-99"},
        {"deed": "assign", "due_on": "tomorrow"},
        {"deed": "close"},
        {"deed": "close", "remedy": "magic"},
        {"deed": "what"},
    ],
)
def test_bad_input_changes_nothing(hall: Hall, civil_affairs_editor: Client, given: dict[str, str]) -> None:
    search("彩票奖金交税", 5)
    gather()
    gap = Gap.objects.get()
    assert civil_affairs_editor.post(f"{LIST}{gap.pk}/", given, follow=True).status_code == 200
    gap.refresh_from_db()
    assert (gap.state, gap.due_on, gap.remedy) == ("open", None, "")
