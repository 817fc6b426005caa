"""The guide for foreign investors: chapters in their order, steps to public items alone, the door on the home page."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from guides.models import GuidePage
from portal.models import InvestorChapter, InvestorContact, InvestorFigure, InvestorPage, InvestorStep
from tests.conftest import Hall


@pytest.fixture
def investing(hall: Hall, guide: GuidePage) -> InvestorPage:
    page = InvestorPage(
        slug="investors",
        name_zh_hans="投资指南",
        name_en="Investing",
        lead_zh_hans="按顺序。",
        translation_reviewed_en=True,
        figures=[InvestorFigure(name_zh_hans="面积", name_en="Area", value_zh_hans="1平方公里", value_en="1 km²")],
        chapters=[InvestorChapter(chapter="money", text_zh_hans="汇款。", text_en="Money.")],
        steps=[
            InvestorStep(chapter="living", name_zh_hans="找学校", name_en="Find a school"),
            InvestorStep(chapter="set-up", guide=guide, note_zh_hans="先办。", note_en="First."),
        ],
        contacts=[InvestorContact(kind="complaints", name_zh_hans="投诉", name_en="Complaints", phone="0835-2800199")],
    )
    hall.home.add_child(instance=page)
    page.save_revision().publish()
    return page


def shown(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "lxml")


def test_chapters_come_in_the_order_of_the_questions_and_only_those_that_say_anything(
    investing: InvestorPage, client: Client
) -> None:
    page = shown(client, "/en/investors/")
    codes = [str(heading["id"]) for heading in page.select("main h2")]
    assert codes == ["why", "set-up", "money", "living", "contacts"]
    assert "1 km²" in page.get_text()
    assert page.select_one('a[href="tel:+868352800199"], a[href^="tel:"]') is not None


def test_a_step_leads_to_its_item_and_disappears_with_it(
    investing: InvestorPage, guide: GuidePage, client: Client
) -> None:
    step: Any = shown(client, "/en/investors/").select_one(".investor-steps a")
    assert guide.slug in step["href"]
    guide.unpublish()
    page = shown(client, "/en/investors/")
    assert page.select(".investor-steps a") == []
    assert page.select_one("#set-up") is None
    guide.delete()
    assert client.get("/en/investors/").status_code == 200


def test_both_home_pages_lead_to_it_and_neither_does_without_it(
    investing: InvestorPage, hall: Hall, client: Client
) -> None:
    for language, name in (("en", "Investing"), ("zh-hans", "投资指南")):
        door: Any = shown(client, f"/{language}/").select_one("#investors a")
        assert (door["href"], door.get_text()) == (f"/{language}/investors/", name)
    investing.unpublish()
    assert shown(client, "/en/").select_one("#investors") is None
