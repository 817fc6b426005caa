"""English that nobody has reviewed is public nowhere; what stands in its place is marked as Chinese."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.crawling import Visited

from .worlds import CANARY, World

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("world")]


def test_no_page_shows_it(pages: dict[str, Visited]) -> None:
    assert [address for address, page in pages.items() if CANARY in page.html] == []


@pytest.mark.parametrize("path", ["sitemap-guides.xml", "sitemap-pages.xml", "en/search/?format=json&q=收养登记"])
def test_machines_are_not_told(world: World, client: Client, path: str) -> None:
    answer = client.get("/" + quote(path, safe="/?=&"))
    assert answer.status_code == 200
    assert CANARY not in answer.content.decode()


def test_it_cannot_be_searched_for(world: World, client: Client) -> None:
    for language in ("en", "zh-hans"):
        assert client.get(f"/{language}/search/", {"q": CANARY, "format": "json"}).json()["count"] == 0


def test_the_reader_is_told_and_gets_the_chinese_marked_as_chinese(world: World, client: Client) -> None:
    page = client.get(f"/en/departments/civil-affairs/{world.unreviewed.slug}/").content.decode()
    assert "Not yet in English" in page
    assert '<span lang="zh-Hans">收养登记</span>' in page


def test_a_chinese_reader_is_not_told(world: World, client: Client) -> None:
    page = client.get(f"/zh-hans/departments/civil-affairs/{world.unreviewed.slug}/").content.decode()
    assert "notice-language" not in page
    assert '<span lang="zh-Hans">' not in page
