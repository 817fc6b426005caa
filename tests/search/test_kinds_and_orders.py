"""Kinds of pages side by side, and the orders in which readers may want them."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from guides.models import GuidePage
from tests import factories
from tests.conftest import Hall

from .conftest import page


def headings(found: BeautifulSoup) -> list[str]:
    """The kinds on the page, in order, each with its number: ``"部门 1"``."""
    return [" ".join(heading.text.split()) for heading in found.select(".search-results h2")]


@pytest.fixture
def licences(hall: Hall) -> list[GuidePage]:
    """Twelve items of the civil affairs bureau; the first is the slowest and needs the most visits."""
    return [
        factories.GuidePageFactory(
            parent=hall.civil_affairs,
            name_zh_hans=f"许可第{number}号",
            slug=f"licence-{number}",
            promised_days=30 - number,
            visits=2 if number < 3 else number % 2,
        )
        for number in range(12)
    ]


def test_the_department_that_was_asked_for_stands_before_its_items(licences: list[GuidePage], client: Client) -> None:
    found = page(client, "民政局")
    assert headings(found) == ["部门 1", "事项 12"]
    assert len(found.select("ol.hits > li")) == 10


def test_other_kinds_stand_on_the_first_page_only(licences: list[GuidePage], client: Client) -> None:
    assert headings(page(client, "民政局", page="2")) == ["事项 12"]
    assert len(page(client, "民政局", page="2").select("ol.hits > li")) == 2


def test_a_kind_with_more_than_fits_links_to_all_of_it(hall: Hall, client: Client) -> None:
    for number in range(5):
        factories.DepartmentPageFactory(parent=hall.index, name_zh_hans=f"第{number}驿站", slug=f"office-{number}")
    for number in range(7):
        factories.GuidePageFactory(parent=hall.public_security, name_zh_hans=f"驿站备案{number}", slug=f"g-{number}")
    found = page(client, "驿站")
    link = found.select_one("a[href*='kind=department']")
    assert link is not None
    alone = BeautifulSoup(client.get(f"/zh-hans/search/{link['href']}").content.decode(), "lxml")
    assert headings(alone) == ["部门 5"]


def test_a_kind_that_only_mentions_what_was_asked_for_is_a_link(licences: list[GuidePage], client: Client) -> None:
    factories.AnswerPageFactory(
        parent=licences[0].department, name_zh_hans="窗口搬到哪里了？", answer_zh_hans="许可第3号改在二楼办。"
    )
    found = page(client, "许可第3号")
    assert headings(found) == ["事项 12"]
    (link,) = found.select(".mentioning a")
    assert " ".join(link.text.split()) == "问答 1"
    alone = BeautifulSoup(client.get(f"/zh-hans/search/{link['href']}").content.decode(), "lxml")
    assert [heading.text for heading in alone.select("ol.hits h3")] == ["窗口搬到哪里了？"]


def test_hits_can_be_had_in_another_order_on_every_page(licences: list[GuidePage], client: Client) -> None:
    names = [heading.text for heading in page(client, "许可", sort="time").select("ol.hits h3")]
    assert names == [f"许可第{number}号" for number in range(11, 1, -1)]
    rest = page(client, "许可", sort="time", page="2")
    assert [heading.text for heading in rest.select("ol.hits h3")] == ["许可第1号", "许可第0号"]
    assert [one.text for one in rest.select(".orders [aria-current]")] == ["办得最快"]


def test_fewest_visits_come_first(licences: list[GuidePage], client: Client) -> None:
    shown = page(client, "许可", sort="visits").select("ol.hits h3")
    assert {heading.text for heading in shown[:4]} == {f"许可第{number}号" for number in (4, 6, 8, 10)}


def test_an_order_there_is_not_is_the_best_match(licences: list[GuidePage], client: Client) -> None:
    found = page(client, "许可", sort="nonsense\x00")
    assert [one.text for one in found.select(".orders [aria-current]")] == ["最相关"]


def test_an_order_is_kept_when_narrowing_down(licences: list[GuidePage], client: Client) -> None:
    links = page(client, "许可", sort="time").select(".facets a")
    assert links
    assert all("sort=time" in str(link["href"]) for link in links)
