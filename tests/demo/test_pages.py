"""Every page of the demonstration, in both languages."""

import re
from functools import cache

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from tests.crawling import LANGUAGES, Visited, crawl

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demonstration"),
    pytest.mark.xdist_group("demonstration"),  # so that it is built once
]

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, demonstration: None) -> tuple[str, dict[str, Visited]]:
    return request.param, crawled(request.param)


@cache
def crawled(language: str) -> dict[str, Visited]:
    """The whole demonstration, walked through once."""
    return crawl(Client(), f"/{language}/")


def test_every_published_page_can_be_reached_by_links(pages: tuple[str, dict[str, Visited]]) -> None:
    language, found = pages
    for page in Page.objects.live().filter(depth__gt=1).specific():
        path = page.get_url_parts()[2].split("/", 2)[2]
        assert f"/{language}/{path}" in found


def test_every_page_has_one_heading_a_title_and_its_language(pages: tuple[str, dict[str, Visited]]) -> None:
    language, found = pages
    for address, page in found.items():
        assert len(page.soup.select("h1")) == 1, address
        assert page.soup.html is not None
        assert page.soup.html["lang"] == LANGUAGES[language], address
        assert page.soup.title is not None
        assert page.soup.title.get_text(strip=True), address


def test_every_page_says_that_it_is_a_demonstration(pages: tuple[str, dict[str, Visited]]) -> None:
    language, found = pages
    words = {"zh-hans": "演示", "en": "demonstration"}[language]
    for address, page in found.items():
        assert words in page.soup.get_text(), address


def test_english_pages_hold_no_unmarked_chinese(demonstration: None) -> None:
    for address, page in crawled("en").items():
        soup = BeautifulSoup(page.html, "lxml")
        for marked in soup.select('[lang="zh-Hans"]'):
            marked.decompose()
        assert soup.body is not None
        unmarked = [text.strip() for text in soup.body.find_all(string=HAN)]
        assert unmarked == [], f"{address}: {unmarked[:3]}"
