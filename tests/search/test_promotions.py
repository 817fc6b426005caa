"""What editors promote stands first, marked, and only as far as anybody may read it."""

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction
from wagtail.search.utils import normalise_query_string

from guides.models import GuidePage
from knowledge.models import SearchLogEntry
from knowledge.search.characters import HAN, query_key
from knowledge.search.plan import LONGEST
from tests import factories
from tests.conftest import Hall

from .test_search_log import open_result, rows, search, token_of

MARRIAGE = "内地居民结婚登记"


def promote(query: str, page: Page | None = None, description: str = "", **link: str) -> None:
    found = Query.get(query)
    SearchPromotion.objects.create(
        query=found, page=page, description=description, sort_order=found.editors_picks.count(), **link
    )


def recommended(page: BeautifulSoup) -> list[Tag]:
    return page.select(".promoted .hit")


def names(hits: list[Tag]) -> list[str]:
    return [hit.select_one("a.card-link").get_text(strip=True) for hit in hits]  # type: ignore[union-attr]


@pytest.fixture
def adoption(hall: Hall) -> GuidePage:
    return factories.GuidePageFactory(
        parent=hall.civil_affairs,
        name_zh_hans="收养登记",
        everyday_names_zh_hans="",
        name_en="Adoption",
        slug="adoption",
        task_code="",
    )


def test_a_promoted_page_stands_first_marked_and_with_its_description(
    guide: GuidePage, adoption: GuidePage, client: Client
) -> None:
    promote("结婚登记", adoption, "先看这一项")
    page = search(client, "结婚登记")
    [first] = recommended(page)
    assert names([first]) == ["收养登记"]
    for words in ("推荐", "先看这一项", "事项", "雅安市民政局"):
        assert words in first.text
    assert names(page.select(".hit"))[1] == MARRIAGE


@pytest.mark.parametrize("text", ["結婚登記", "结婚登记。", " 结婚登记"])
def test_the_readers_way_of_writing_does_not_matter(guide: GuidePage, client: Client, text: str) -> None:
    promote("结婚登记", guide)
    assert names(recommended(search(client, text))) == [MARRIAGE]


def test_other_words_are_not_promoted(guide: GuidePage, client: Client) -> None:
    promote("结婚", guide)
    assert recommended(search(client, "结婚登记")) == []


def test_what_is_promoted_is_not_repeated_below(guide: GuidePage, client: Client) -> None:
    promote("结婚登记", guide)
    assert names(search(client, "结婚登记").select(".hit")) == [MARRIAGE]


def test_only_the_first_page_before_it_is_narrowed_down_has_them(many: list[str], client: Client) -> None:
    promote("许可", GuidePage.objects.first())
    assert recommended(search(client, "许可"))
    assert recommended(search(client, "许可", page="2")) == []
    assert recommended(search(client, "许可", kind="guide")) == []


def test_a_promotion_for_what_was_meant_is_shown_too(guide: GuidePage, client: Client) -> None:
    promote("结婚登记", guide, "这里")
    page = search(client, "jiehundengji")
    assert [hit.select_one(".hit-passage").text for hit in recommended(page)] == ["这里"]  # type: ignore[union-attr]


def test_where_nothing_is_found_what_is_promoted_stands_alone(hall: Hall, client: Client) -> None:
    promote("quellkraut", hall.civil_affairs)
    page = search(client, "quellkraut")
    assert names(recommended(page)) == ["雅安市民政局"]
    assert "没有找到" not in page.text
    assert [row[2] for row in rows()] == [1]


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "cancel"])
def test_a_page_that_readers_may_not_find_is_not_shown(guide: GuidePage, client: Client, hide: str) -> None:
    promote("结婚登记", guide)
    if hide == "unpublish":
        guide.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)
    else:
        guide.status = "cancelled"
        guide.save_revision().publish()
    assert search(client, "结婚登记").select(".hit") == []


def test_a_page_of_any_kind_can_be_promoted(hall: Hall, client: Client) -> None:
    promote("首页", hall.home)
    [first] = recommended(search(client, "首页"))
    assert names([first]) == ["雅安市网上政务大厅"]


def test_an_address_outside_the_hall_can_be_promoted(guide: GuidePage, client: Client) -> None:
    promote("结婚登记", external_link_url="https://example.com/", external_link_text="全国婚姻登记预约")
    page = search(client, "结婚登记")
    [first] = recommended(page)
    assert first.select_one("a")["href"] == "https://example.com/"  # type: ignore[index]
    assert "其他网站" in first.text
    open_result(client, token_of(page, "全国"))
    assert rows() == [("zh-hans", "结婚登记", 1, 1, 1)]
    assert not SearchLogEntry.objects.get().pages.exists()


def test_english_readers_see_chinese_where_english_is_not_reviewed_marked_as_such(hall: Hall, client: Client) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, translation_reviewed_en=False)
    promote("wedding", guide, "领证看这里")
    [first] = recommended(search(client, "Wedding", "en"))
    assert "Marriage" not in first.text
    assert "Recommended" in first.text
    assert [one.text for one in first.select("[lang=zh-Hans]")][:2] == [MARRIAGE, "领证看这里"]


def test_the_page_is_valid_html(guide: GuidePage, adoption: GuidePage, client: Client) -> None:
    promote("结婚登记", adoption, "<b>先</b>看")
    promote("结婚登记", external_link_url="https://example.com/?a=1&b=2", external_link_text="预约")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(client.get("/zh-hans/search/", {"q": "结婚登记"}).content)
    assert parser.errors == []


def test_a_click_on_a_promoted_page_is_counted(guide: GuidePage, client: Client) -> None:
    promote("结婚登记", guide)
    open_result(client, token_of(search(client, "结婚登记")))
    assert [click.page_id for click in SearchLogEntry.objects.get().pages.all()] == [guide.pk]


@given(st.text(st.characters(codec="ascii") | st.sampled_from("结婚登记結婚（）２０ＡＢ・" + HAN[0]), max_size=LONGEST))
def test_wagtail_keeps_a_query_as_we_compare_it(text: str) -> None:
    key = query_key(text)
    assert normalise_query_string(key) == key
    assert query_key(key) == key
