"""What holds of every public page, in both languages."""

from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from django.test import Client

from tests.crawling import Visited, local_paths

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world"), pytest.mark.xdist_group("world")]

ASKS_A_SERVER = "link[href], script[src], img[src], iframe[src], source[src], form[action]"
PLAIN_LINKS = {"alternate", "canonical"}  # not fetched by a browser


def test_the_crawl_meets_every_type_of_page(pages: dict[str, Visited], language: str) -> None:
    kinds = {"", "departments/", "topics/", "audiences/", "districts/", "a-z/", "a-z/s/", "search/"}
    assert {f"/{language}/{path}" for path in kinds} <= set(pages)
    assert len(pages) > 20


def test_html_is_valid(pages: dict[str, Visited]) -> None:
    for address, page in pages.items():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(page.html)
        assert parser.errors == [], address


def test_an_id_stands_once_and_what_names_it_finds_it(pages: dict[str, Visited]) -> None:
    for address, page in pages.items():
        ids = Counter(str(tag["id"]) for tag in page.soup.select("[id]"))
        assert [name for name, times in ids.items() if times > 1] == [], address
        named = {str(link["href"])[1:] for link in page.soup.select('a[href^="#"]')}
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            named |= {name for tag in page.soup.select(f"[{attribute}]") for name in str(tag[attribute]).split()}
        assert named <= set(ids), f"{address}: {named - set(ids)}"


def test_headings_skip_no_level(pages: dict[str, Visited]) -> None:
    for address, page in pages.items():
        levels = [int(tag.name[1]) for tag in page.soup.select("h1, h2, h3, h4, h5, h6")]
        steps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert levels[0] == 1, address
        assert steps == [], f"{address}: {levels}"


def test_no_link_inside_the_hall_is_broken(pages: dict[str, Visited], client: Client) -> None:
    paths = set().union(*(local_paths(address, page.soup) for address, page in pages.items()))
    beyond = {path for path in paths - set(pages) if not path.startswith("/admin/")}
    broken = {path: status for path in beyond if (status := client.get(path).status_code) not in (200, 302)}
    assert broken == {}


def test_nothing_is_asked_of_another_server(pages: dict[str, Visited]) -> None:
    for address, page in pages.items():
        for tag in page.soup.select(ASKS_A_SERVER):
            if PLAIN_LINKS & set(tag.get("rel") or ()):
                continue
            target = str(tag.get("href") or tag.get("src") or tag.get("action"))
            assert urlsplit(urljoin(f"http://testserver{address}", target)).netloc == "testserver", f"{address}: {tag}"


def test_a_page_brings_no_script_or_style_of_its_own(pages: dict[str, Visited]) -> None:
    """The content security policy would stop it."""
    for address, page in pages.items():
        assert page.soup.select("script:not([src]):not([type='application/ld+json']), style, [style]") == [], address


def test_the_other_language_is_one_link_away(pages: dict[str, Visited], language: str, client: Client) -> None:
    other = {"zh-hans": "en", "en": "zh-hans"}[language]
    for address, page in pages.items():
        switch = page.soup.select_one(f'a[hreflang][href^="/{other}/"]')
        assert switch is not None, address
        assert switch["href"] == address.replace(f"/{language}/", f"/{other}/", 1), address
        assert client.get(str(switch["href"])).status_code == 200, address


def test_titles_tell_pages_apart(pages: dict[str, Visited]) -> None:
    titles = Counter(page.soup.title.get_text(strip=True) for page in pages.values() if page.soup.title)
    assert [title for title, times in titles.items() if times > 1] == []
