"""The desk's pages, without scripts."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage
from knowledge.jobs import prune_unanswered_questions
from knowledge.models import DeskPage, UnansweredQuestion
from knowledge.models.desk import KEPT_RECENT
from tests import factories
from tests.conftest import Hall

DESK = "/zh-hans/desk/"


def soup(client: Client, query: str = "", **headers: str) -> BeautifulSoup:
    response = client.get(f"{DESK}{query}", headers=headers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def test_only_staff_who_may_use_it_get_in(
    guide: GuidePage, citizen: Client, translator: Client, window_clerk: Client, civil_affairs_editor: Client
) -> None:
    sheet = f"{DESK}sheet/{guide.pk}/"
    for address in (DESK, sheet):
        assert citizen.get(address)["Location"].startswith("/admin/login/")
        assert translator.get(address).status_code == 403
        for client in (window_clerk, civil_affairs_editor):
            response = client.get(address)
            assert response.status_code == 200
            assert response["Cache-Control"] == "no-store"
    for address in (f"{DESK}favourites/{guide.pk}/", f"{DESK}unanswered/"):
        assert citizen.post(address, {"q": "结婚"}).status_code == 302
        assert translator.post(address, {"q": "结婚"}).status_code == 403
    assert not DeskPage.objects.exists()
    assert not UnansweredQuestion.objects.exists()


def test_the_way_to_it_is_the_first_thing_after_logging_in(window_clerk: Client, translator: Client) -> None:
    assert DESK in window_clerk.get("/admin/").content.decode()
    assert DESK not in translator.get("/admin/").content.decode()


def test_the_item_that_is_meant_opens_with_its_answer_first(guide: GuidePage, window_clerk: Client) -> None:
    page = soup(window_clerk, "?q=扯证在哪里办")
    card = page.select_one(".desk-card")
    assert card is not None
    assert guide.name_zh_hans in card.text
    assert [dt.text for dt in card.select(".asked dt")] == ["在哪里办"]
    assert card.select(".desk-answers dt")[0].text == "在哪里办"
    assert page.select_one(".reply") is None


def test_a_written_answer_stands_above_the_card(guide: GuidePage, window_clerk: Client) -> None:
    factories.AnswerPageFactory(parent=guide.department)
    page = soup(window_clerk, "?q=星期六能登记结婚吗")
    reply = page.select_one(".reply")
    assert reply is not None
    assert "要提前预约" in reply.text
    assert page.select_one(".desk-card") is not None


def test_only_the_middle_is_sent_to_scripts(guide: GuidePage, window_clerk: Client) -> None:
    assert soup(window_clerk, "?q=扯证", **{"X-Desk-Fragment": "1"}).select("header.hall-header") == []


def test_what_is_kept_at_hand_and_what_was_opened_is_there_the_next_time(
    guide: GuidePage, window_clerk: Client, civil_affairs_editor: Client
) -> None:
    window_clerk.get(f"{DESK}?item={guide.pk}")
    assert "最近打开" in soup(window_clerk).text
    window_clerk.post(f"{DESK}favourites/{guide.pk}/", {"back": f"item={guide.pk}"})
    shown = soup(window_clerk).text
    assert "收藏" in shown
    assert "最近打开" not in shown
    assert guide.name_zh_hans not in soup(civil_affairs_editor).text
    window_clerk.post(f"{DESK}favourites/{guide.pk}/")
    assert "最近打开" in soup(window_clerk).text


def test_only_some_of_what_was_opened_is_remembered(hall: Hall, window_clerk: Client) -> None:
    window_clerk.get(DESK)
    user = factories.UserFactory(username="clerk")
    pages = [hall.home, hall.index, hall.civil_affairs, hall.public_security]
    for _round in range(KEPT_RECENT):
        for page in pages:
            DeskPage.objects.opened(user, page.pk)
    assert DeskPage.objects.count() == len(pages)


def test_two_items_stand_side_by_side_with_what_differs(guide: GuidePage, window_clerk: Client) -> None:
    other = factories.GuidePageFactory(
        parent=guide.department, slug="other", name_zh_hans="补领结婚证", charges_fee=True
    )
    table = soup(window_clerk, f"?item={guide.pk}&with={other.pk}").select_one(".desk-compare table")
    assert table is not None
    differing = [row.th.text for row in table.select("tr.differs") if row.th]
    assert [text.split() for text in differing] == [["费用", "不同"]]


@pytest.mark.parametrize(
    "query", ["?item=999999", "?item=x&with=-1", "?item=²&q=%00", "?with=1", "?q=" + "长" * 600, "?q=qqqqzz"]
)
def test_what_cannot_be_shown_is_said_in_words(hall: Hall, window_clerk: Client, query: str) -> None:
    assert soup(window_clerk, query).h1 is not None


def test_an_item_that_went_says_so(guide: GuidePage, window_clerk: Client) -> None:
    guide.unpublish()
    assert "已不再公开" in soup(window_clerk, f"?item={guide.pk}").text
    assert window_clerk.get(f"{DESK}sheet/{guide.pk}/").status_code == 404
    assert window_clerk.post(f"{DESK}favourites/{guide.pk}/").status_code == 404


def test_the_sheet_has_both_languages_and_the_address(guide: GuidePage, window_clerk: Client) -> None:
    page = soup(window_clerk, f"sheet/{guide.pk}/")
    chinese, english = page.select(".desk-languages section")
    assert "居民身份证" in chinese.text
    assert "Resident identity card" in english.text
    assert english["lang"] == "en"
    assert f"/i/{guide.task_code}/" in page.text


# --- what could not be answered -----------------------------------------------------------------------------------


def note(client: Client, question: str, **more: str) -> str:
    response = client.post(f"{DESK}unanswered/", {"q": question, "back": "q=x&noted=old", **more})
    assert response.status_code == 302
    return str(response["Location"])


def test_what_nobody_could_answer_is_counted_and_can_be_taken_back(hall: Hall, window_clerk: Client) -> None:
    assert note(window_clerk, "彩票中奖  交税吗？").endswith("?q=x&noted=yes")
    note(window_clerk, "彩票中奖 交税吗")
    row = UnansweredQuestion.objects.get()
    assert row.times == 2
    assert "已记下" in soup(window_clerk, "?q=x&noted=yes").text
    for _time in range(3):
        assert note(window_clerk, "彩票中奖 交税吗", undo="1").endswith("noted=undone")
    assert not UnansweredQuestion.objects.exists()


@pytest.mark.parametrize("question", ["张三的电话 13800138000 打不通", "川T12345 的罚款", "   ", "，。"])
def test_what_says_something_of_a_person_is_not_kept(hall: Hall, window_clerk: Client, question: str) -> None:
    assert "noted=yes" not in note(window_clerk, question)
    assert not UnansweredQuestion.objects.exists()


def test_they_are_forgotten_with_the_searches(hall: Hall, window_clerk: Client) -> None:
    note(window_clerk, "彩票交税吗")
    prune_unanswered_questions()
    assert UnansweredQuestion.objects.exists()
    UnansweredQuestion.objects.update(day=timezone.localdate().replace(year=2020))
    prune_unanswered_questions()
    assert not UnansweredQuestion.objects.exists()
