"""The public page of an item: every element that is filled in can be read on it, in both languages."""

import html
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import models
from django.test import Client
from django.utils.html import strip_tags
from django.utils.translation import override

from guides.fields import CodeListField
from guides.models import GuidePage, Step
from guides.reading_rows import RELATIONS
from tests import factories
from tests.complete_item import complete_item
from tests.conftest import Hall
from translations.languages import column, translated_fields

NOT_PRINTED = {"short_name", "translation_reviewed"}  # for lists; a state
LANGUAGES = ("zh-hans", "en")


@pytest.fixture
def complete(hall: Hall) -> GuidePage:
    return complete_item(hall.civil_affairs)


def page_of(client: Client, guide: GuidePage, language: str) -> BeautifulSoup:
    address = f"/{language}/departments/civil-affairs/{guide.slug}/"
    return BeautifulSoup(client.get(address).content.decode(), "lxml")


def bare(text: str) -> str:
    return "".join(html.unescape(strip_tags(text)).split())


def translated_texts(holder: models.Model, language: str) -> dict[str, str]:
    """What is written in this language in one item or row, by the name of the element."""
    texts: dict[str, Any] = {name: getattr(holder, column(name, language)) for name in translated_fields(type(holder))}
    return {name: str(text) for name, text in texts.items() if text and name not in NOT_PRINTED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_item_is_on_its_page(complete: GuidePage, client: Client, language: str) -> None:
    shown = bare(str(page_of(client, complete, language)))
    for name, text in translated_texts(complete, language).items():
        for line in text.splitlines():
            assert bare(line) in shown, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("relation", RELATIONS)
def test_every_text_of_a_row_is_on_the_page(complete: GuidePage, client: Client, relation: str, language: str) -> None:
    shown = bare(str(page_of(client, complete, language)))
    rows = list(getattr(complete, relation).all())
    assert rows, "the complete item has rows of every kind"
    for row in rows:
        for name, text in translated_texts(row, language).items():
            assert bare(text.splitlines()[0]) in shown, f"{relation}.{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_shown_in_words(complete: GuidePage, client: Client, language: str) -> None:
    shown = bare(page_of(client, complete, language).get_text())
    with override(language):
        for field in GuidePage._meta.get_fields():
            if not isinstance(field, CodeListField) or not field.codes:
                continue
            for code in getattr(complete, field.name):
                assert bare(str(field.codes(code).label)) in shown, f"{field.name}: {code}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_shown_and_never_run(hall: Hall, client: Client, language: str) -> None:
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    guide = factories.GuidePageFactory(
        parent=hall.civil_affairs,
        summary_zh_hans=attack,
        summary_en=attack,
        online_url="https://example.com/",
        steps=[Step(name_zh_hans=attack, name_en=attack)],
    )
    page = page_of(client, guide, language)
    assert page.select("script:not([src]):not([type='application/ld+json']), [onerror]") == []
    assert attack in page.get_text()


def test_a_contact_that_is_no_web_address_is_no_link(complete: GuidePage, client: Client) -> None:
    page = page_of(client, complete, "en")
    assert "javascript:alert(1)" in page.get_text()
    assert page.select('a[href^="javascript"]') == []


@pytest.mark.parametrize(("status", "words"), [("suspended", "suspended"), ("cancelled", "has been cancelled")])
def test_an_item_out_of_use_says_so_first(hall: Hall, client: Client, status: str, words: str) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, status=status)
    notice = page_of(client, guide, "en").select_one("main .notice-warning")
    assert notice is not None
    assert words in notice.get_text()


def test_a_cancelled_item_is_in_no_list(hall: Hall, client: Client) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, status="cancelled", slug="gone")
    for path in ("", "departments/civil-affairs/", "topics/individual/060/", "audiences/individual/", "a-z/n/"):
        assert f"/{guide.slug}/" not in client.get(f"/zh-hans/{path}").content.decode()


def test_steps_side_by_side_share_a_place_in_the_order(complete: GuidePage, client: Client) -> None:
    page = page_of(client, complete, "en")
    names = [bare(step.get_text()) for step in page.select(".flow > .stage")]
    together = [name for name in names if bare("Review of the file") in name]
    assert len(together) == 1
    assert bare("On-site inspection") in together[0]


def test_each_download_says_what_it_is(complete: GuidePage, client: Client) -> None:
    links = page_of(client, complete, "en").select('a[href^="/documents/"]')
    assert len(links) == 5  # a blank form, two samples, a commitment, a flow chart
    for link in links:
        assert link.get_text(strip=True)
        assert client.get(str(link["href"])).status_code == 200
