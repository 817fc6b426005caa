"""Every page of the demonstration, in both languages."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
HAN = re.compile(r"[\u4e00-\u9fff]")


def crawl(client: Client, start: str) -> dict[str, BeautifulSoup]:
    """Every page that can be reached from ``start`` within its language, each address once, queries aside."""
    found: dict[str, BeautifulSoup] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        found[address] = BeautifulSoup(response.content, "html.parser")
        for link in found[address].select("a[href]"):
            target = urlsplit(urljoin(address, str(link["href"])))
            if not target.netloc and target.path.startswith(start):
                waiting.append(target.path)
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, demonstration: None) -> tuple[str, dict[str, BeautifulSoup]]:
    return request.param, crawl(Client(), f"/{request.param}/")


def test_every_published_page_can_be_reached_by_links(pages: tuple[str, dict[str, BeautifulSoup]]) -> None:
    language, found = pages
    for page in Page.objects.live().filter(depth__gt=1).specific():
        path = page.get_url_parts()[2].split("/", 2)[2]
        assert f"/{language}/{path}" in found


def test_every_page_has_one_heading_a_title_and_its_language(pages: tuple[str, dict[str, BeautifulSoup]]) -> None:
    language, found = pages
    for address, soup in found.items():
        assert len(soup.select("h1")) == 1, address
        assert soup.html is not None
        assert soup.html["lang"] == LANGUAGES[language], address
        assert soup.title is not None
        assert soup.title.get_text(strip=True), address


def test_every_page_says_that_it_is_a_demonstration(pages: tuple[str, dict[str, BeautifulSoup]]) -> None:
    language, found = pages
    words = {"zh-hans": "演示", "en": "demonstration"}[language]
    for address, soup in found.items():
        assert words in soup.get_text(), address


def test_english_pages_hold_no_unmarked_chinese(demonstration: None) -> None:
    for address, soup in crawl(Client(), "/en/").items():
        for marked in soup.select('[lang="zh-Hans"]'):
            marked.decompose()
        assert soup.body is not None
        unmarked = [text.strip() for text in soup.body.find_all(string=HAN)]
        assert unmarked == [], f"{address}: {unmarked[:3]}"
