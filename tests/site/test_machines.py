"""What signs, search engines and browsers ask for, and what they get when something is wrong."""

import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from tests.crawling import LANGUAGES, Visited

from .worlds import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world"), pytest.mark.xdist_group("world")]

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def locations(client: Client, path: str) -> set[str]:
    tree = ET.fromstring(client.get(path).content)  # noqa: S314 - our own answer
    return {str(tag.text).split("testserver", 1)[1] for tag in tree.iter(LOCATION)}


def test_a_sign_leads_to_the_item_in_the_language_of_the_browser(world: World, client: Client) -> None:
    for accepted, language in (("zh-CN", "zh-hans"), ("en-GB,en;q=0.9", "en"), ("fr", "zh-hans")):
        answer = client.get(f"/i/{world.complete.task_code}/", headers={"accept-language": accepted})
        assert answer.status_code == 302
        assert answer["Location"] == f"/{language}/departments/market-regulation/{world.complete.slug}/"


def test_a_sign_with_an_unknown_code_offers_a_search(client: Client) -> None:
    for code in ("no-such-code", "9" * 500, "a b/c", "<script>"):
        answer = client.get(f"/i/{code}/", follow=True)
        assert answer.status_code == 404
        assert 'type="search"' in answer.content.decode()
        assert "<script>" not in answer.content.decode()


def test_the_qr_code_of_an_item_is_a_picture(world: World, client: Client) -> None:
    answer = client.get(f"/i/{world.complete.task_code}/qr.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    ET.fromstring(answer.content)  # noqa: S314 - our own answer


def test_the_sitemap_holds_the_pages_that_lists_show_in_both_languages(
    pages: dict[str, Visited], language: str, world: World, client: Client
) -> None:
    told = set().union(*(locations(client, path) for path in locations(client, "/sitemap.xml")))
    mine = {path for path in told if path.startswith(f"/{language}/")}
    unlisted = re.compile(rf"/search/|/{world.cancelled.slug}/|/a-z/|/audiences/.|/i/|/as-of/|/record/changes/")
    assert {path for path in pages if not unlisted.search(path)} <= mine
    assert not any(world.cancelled.slug in path for path in told)
    for path in mine:
        assert client.get(path).status_code == 200, path


def test_robots_are_kept_from_the_editing_screens_and_shown_the_sitemap(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["no-such-page/", "departments/none/", "topics/individual/000/", "a-z/!/"])
def test_an_unknown_address_is_a_404_that_helps(client: Client, language: str, path: str) -> None:
    answer = client.get(f"/{language}/{path}")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert f'<html lang="{LANGUAGES[language]}">' in page
    assert page.count("<h1") == 1
    assert 'type="search"' in page


def test_a_broken_hall_says_so_in_both_languages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("guides.views.listing.counted_topics", breaks)
    client.raise_request_exception = False
    answer = client.get("/en/topics/")
    assert answer.status_code == 500
    assert "系统暂时出错" in answer.content.decode()
    assert "Something went wrong" in answer.content.decode()


@pytest.mark.parametrize("path", ["/zh-hans/", "/en/search/?q=x", "/en/nothing-here/", "/admin/login/"])
def test_every_answer_protects_its_reader(client: Client, path: str) -> None:
    answer = client.get(path)
    for name, value in HEADERS.items():
        assert answer[name] == value, name
    assert "default-src 'self'" in answer["Content-Security-Policy"]
