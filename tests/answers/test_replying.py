"""The answer above the results of a search."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from guides.models import GuidePage
from tests import factories
from tests.conftest import Hall


def reply(client: Client, query: str, language: str = "zh-hans", **more: str) -> Tag | None:
    response = client.get(f"/{language}/search/", {"q": query, **more})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml").select_one(".reply")


def text(found: Tag | None) -> str:
    assert found is not None
    return " ".join(found.text.split())


def test_a_question_about_one_item_is_answered_with_its_source(guide: GuidePage, client: Client) -> None:
    found = reply(client, "扯证要带什么")
    assert "居民身份证" in text(found)
    assert "来源： 内地居民结婚登记" in text(found)
    assert found is not None
    assert found.select_one(f'.reply-source a[href="{guide.url}#materials"]')


def test_in_english_too(guide: GuidePage, client: Client) -> None:
    found = reply(client, "what documents do I need for marriage registration", "en")
    assert "Resident identity card" in text(found)
    assert "Civil Affairs Bureau" in text(found)


def test_two_questions_in_one_are_both_answered(guide: GuidePage, client: Client) -> None:
    found = reply(client, "领结婚证多少钱，要带什么")
    assert found is not None
    assert [asked.text for asked in found.select(".reply-asked")] == ["费用", "申请材料"]


def test_the_answer_is_that_of_this_moment(guide: GuidePage, client: Client) -> None:
    assert "不收费" in text(reply(client, "结婚登记多少钱"))
    guide.charges_fee = True
    guide.save()
    assert "收费" in text(reply(client, "结婚登记多少钱"))
    assert "不收费" not in text(reply(client, "结婚登记多少钱"))


def test_words_that_ask_nothing_get_no_answer(guide: GuidePage, client: Client) -> None:
    assert reply(client, "结婚登记") is None


def test_what_the_item_does_not_say_is_said_to_be_missing_with_whom_to_ask(guide: GuidePage, client: Client) -> None:
    found = text(reply(client, "结婚证有效期多久"))
    assert "有效期" in found
    assert "没有写明" in found
    assert "请咨询： 电话 0835-2800201" in found


def test_the_department_in_a_question_is_no_part_of_what_is_missing(guide: GuidePage, client: Client) -> None:
    assert "不收费" in text(reply(client, "在雅安市民政局办结婚登记多少钱"))


def test_of_several_items_the_reader_is_asked_which(hall: Hall, client: Client) -> None:
    for number, name in enumerate(("驾驶证初次申领", "驾驶证补领")):
        factories.GuidePageFactory(parent=hall.public_security, slug=f"licence-{number}", name_zh_hans=name)
    found = reply(client, "驾驶证多少钱")
    assert "您要办的是" in text(found)
    assert found is not None
    assert len(found.select("li")) == 2


def test_what_was_corrected_is_never_certain(guide: GuidePage, client: Client) -> None:
    found = reply(client, "jiehundengi要带什么")
    assert found is None or "您要办的可能是" in text(found)


@pytest.mark.parametrize("more", [{"page": "2"}, {"audience": "individual"}])
def test_only_the_first_page_before_narrowing_answers(guide: GuidePage, client: Client, more: dict[str, str]) -> None:
    for number in range(12):
        factories.GuidePageFactory(parent=guide.department, slug=f"more-{number}", name_zh_hans=f"结婚登记之{number}")
    assert reply(client, "结婚登记要带什么", **more) is None


def test_an_item_that_was_unpublished_answers_nothing(guide: GuidePage, client: Client) -> None:
    guide.unpublish()
    assert reply(client, "扯证要带什么") is None
