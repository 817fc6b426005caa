"""The search page, for people and for programs, in both languages."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Site

from guides.models import GuidePage
from tests import factories
from tests.conftest import Hall

from .conftest import Titles, page

NAME = "内地居民结婚登记"
PAGE_NUMBERS = [("0", "3"), ("-1", "3"), ("99", "3"), ("x", "1"), ("", "1"), ("9" * 40, "3")]
HOSTILE = [
    '"',
    "((",
    "*",
    "?*",
    "AND",
    "NOT OR",
    "a AND (b",
    "[a TO z]",
    "name:x",
    "^~",
    "\\",
    "\x00\x08",
    "结婚" * 400,
]


def test_programs_get_exactly_what_was_promised(client: Client, guide: GuidePage) -> None:
    answer = client.get("/zh-hans/search/", {"q": "结婚登记", "format": "json"})
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {
        "count": 1,
        "results": [
            {
                "type": "guide",
                "code": guide.task_code,
                "title": NAME,
                "url": f"/zh-hans/departments/civil-affairs/{guide.slug}/",
            }
        ],
    }


def test_departments_are_found_too(client: Client, guide: GuidePage) -> None:
    found = client.get("/en/search/", {"q": "civil affairs bureau", "format": "json"}).json()["results"]
    assert (found[0]["type"], found[0]["title"]) == ("department", "Ya'an Municipal Civil Affairs Bureau")


@pytest.mark.parametrize(
    "text",
    [
        "结婚登记",
        "扯证",
        "领结婚证",
        "民政局",
        "合影照片",
        "自愿",
        "民法典第一千零四十九条",
        "户口簿",
        "婚",
        "登",
        "结婚登 记",
    ],
)
def test_an_item_is_found_by_whatever_is_said_about_it(guide: GuidePage, titles: Titles, text: str) -> None:
    assert NAME in titles(text)


@pytest.mark.parametrize(
    "text", ["marriage", "MARRIAGES registered", "mainland resident", "Photograph", "结婚登记", "婚"]
)
def test_english_readers_find_by_english_stems_and_by_chinese_words(
    guide: GuidePage, titles: Titles, text: str
) -> None:
    assert "Marriage registration for mainland residents" in titles(text, "en")


def test_english_readers_find_unreviewed_items_by_their_chinese(hall: Hall, client: Client, titles: Titles) -> None:
    factories.GuidePageFactory(parent=hall.civil_affairs, translation_reviewed_en=False)
    assert titles("结婚登记", "en") == [NAME]
    assert titles("mainland residents", "en") == []
    hit = page(client, "结婚登记", "en").select_one(".hit")
    assert hit is not None
    assert "mainland" not in hit.text
    assert hit.select_one("h3 [lang=zh-Hans] mark") is not None


def test_chinese_readers_find_by_english_too(guide: GuidePage, titles: Titles) -> None:
    assert titles("marriage") == [NAME]


def test_a_code_comes_first_whole_or_in_part(hall: Hall, titles: Titles) -> None:
    for number, code in enumerate(["11511800MB1234567K4511801001000", "11511800MB1234567K4511801002000"]):
        factories.GuidePageFactory(
            parent=hall.civil_affairs, name_zh_hans=f"事项{number}", slug=f"code-{number}", task_code=code
        )
    assert titles("11511800MB1234567K4511801002000") == ["事项1"]
    assert titles("11511800mb1234567k") == ["事项0", "事项1"]
    assert titles("801001000") == ["事项0"]


def test_a_name_counts_for_more_than_a_text(hall: Hall, titles: Titles) -> None:
    factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="收养登记", slug="a", summary_zh_hans="护照")
    factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="护照签发", slug="b")
    assert titles("护照") == ["护照签发", "收养登记"]


def test_where_no_item_has_every_word_those_with_some_are_found(guide: GuidePage, titles: Titles) -> None:
    assert NAME in titles("怎么给外国朋友办结婚登记呀")


def test_an_abbreviation_finds_the_long_name(hall: Hall, titles: Titles) -> None:
    factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="法律援助申请", slug="legal-aid")
    assert titles("法援")[0] == "法律援助申请"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(guide: GuidePage, client: Client, text: str) -> None:
    for language in ("zh-hans", "en"):
        page(client, text, language)
        assert client.get(f"/{language}/search/", {"q": text, "format": "json"}).status_code == 200


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(max_size=600))
def test_any_text_gets_an_answer(client: Client, text: str) -> None:
    query = urlencode({"q": text.encode("utf-8", "surrogatepass"), "format": "json"})
    answer = client.get(f"/zh-hans/search/?{query}")
    assert set(answer.json()) == {"count", "results"}


def test_markup_in_a_query_is_shown_not_run(guide: GuidePage, client: Client) -> None:
    answer = client.get("/zh-hans/search/", {"q": "<script>alert(1)</script>结婚"})
    assert b"<script>alert" not in answer.content


def test_a_hit_says_what_helps_to_choose(guide: GuidePage, client: Client) -> None:
    hit = page(client, "marriage", "en").select_one(".hit")
    assert hit is not None
    words = hit.text
    for fact in ("Ya'an Municipal Civil Affairs Bureau", guide.task_code, "On the spot", "1 visit", "Free of charge"):
        assert fact in words
    assert [mark.text for mark in hit.select("h3 mark")] == ["Marriage", "registration"]
    assert {mark.text for mark in hit.select(".hit-passage mark")} == {"marriage", "Marriage"}


def test_a_suspended_item_says_so(hall: Hall, client: Client) -> None:
    factories.GuidePageFactory(parent=hall.civil_affairs, status="suspended")
    badge = page(client, "marriage", "en").select_one(".hit .badge-warm")
    assert badge is not None
    assert badge.text == "Suspended"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("text", ["", "   ", "quellkraut"])
def test_without_results_the_page_offers_other_ways(guide: GuidePage, client: Client, language: str, text: str) -> None:
    shown = page(client, text, language)
    assert not shown.select(".hit")
    targets = {str(link["href"]) for link in shown.select(".search-help a")}
    assert {f"/{language}/topics/", f"/{language}/departments/", "tel:12345"} <= targets
    assert len(shown.select("h1")) == 1


def test_every_hit_is_on_exactly_one_page(many: list[str], client: Client) -> None:
    seen: list[str] = []
    for number in ("1", "2", "3"):
        answer = client.get("/zh-hans/search/", {"q": "许可", "format": "json", "page": number}).json()
        assert answer["count"] == len(many)
        seen += [hit["title"] for hit in answer["results"]]
    assert sorted(seen) == sorted(many)


def test_a_bad_page_number_gives_the_nearest_page(many: list[str], client: Client) -> None:
    for number, nearest in PAGE_NUMBERS:
        current = page(client, "许可", page=number).select_one("nav.pager [aria-current=page]")
        assert current is not None
        assert current.text == nearest, number


def test_pages_are_real_links_that_keep_the_query(many: list[str], client: Client) -> None:
    following = page(client, "许可").select_one("nav.pager a[rel=next]")
    assert following is not None
    answer = client.get(f"/zh-hans/search/{following['href']}")
    assert "许可" in answer.content.decode()
    assert BeautifulSoup(answer.content, "lxml").select_one("ol.hits[start='11']") is not None


def test_the_language_switch_keeps_the_query(guide: GuidePage, client: Client) -> None:
    link = page(client, "结婚").select_one(".language-switch a")
    assert link is not None
    assert str(link["href"]).startswith("/en/search/?q=")


def test_answers_are_fresh_and_for_the_reader_alone(guide: GuidePage, client: Client) -> None:
    answer = client.get("/zh-hans/search/", {"q": "结婚"})
    assert answer.headers["Cache-Control"] == "private, max-age=30"
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_a_page_of_hits_takes_few_queries(many: list[str], client: Client) -> None:
    client.get("/zh-hans/search/", {"q": "许可"})  # the index is built
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        page(client, "许可")
    assert len(captured) <= 12, "\n".join(query["sql"] for query in captured)


def test_where_nothing_is_found_departments_can_be_called(hall: Hall, client: Client) -> None:
    help_ = page(client, "quellkraut").select_one(".search-help .telephones")
    assert help_ is not None
    assert "雅安市民政局 0835-2800200" in " ".join(help_.text.split())
    assert page(client, "").select_one(".telephones") is None
