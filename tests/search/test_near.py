"""Where no page has all that was said, those come in that are called something alike; and it is said so."""

from pathlib import Path

import pytest
from django.test import Client

from guides.models import GuidePage
from knowledge.models import SearchLogEntry
from knowledge.search.found import Found
from knowledge.search.lexicon import TERM, Lexicon, Title
from knowledge.search.near import MOST, near_to
from tests import factories
from tests.admin.conftest import civil_affairs_editor, window_clerk
from tests.conftest import Hall

from .conftest import Titles, page

__all__ = ["civil_affairs_editor", "window_clerk"]

OTHER_WORDS = "宠物狗"


@pytest.fixture
def dogs(hall: Hall) -> GuidePage:
    """An item among others that nobody calls by its name."""
    for number, name in enumerate(["结婚登记", "普通护照签发", "餐饮服务许可"]):
        item(hall, name, f"other-{number}")
    return item(hall, "犬只登记", "dogs")


def item(hall: Hall, name: str, slug: str) -> GuidePage:
    return factories.GuidePageFactory(
        parent=hall.civil_affairs, name_zh_hans=name, everyday_names_zh_hans="", slug=slug, task_code=slug
    )


# --- names that mean alike --------------------------------------------------------------------------------------------


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    made = Lexicon(tmp_path)
    with made.writing() as writer:
        writer.put("g.1", [Title("name", "zh-hans", "犬只登记"), Title("name", "en", "Registration of dogs")])
        writer.put("g.2", [Title("name", "zh-hans", "普通护照签发"), Title(TERM, "zh-hans", OTHER_WORDS)])
    return made


def test_a_page_is_as_near_as_the_nearest_of_its_names(lexicon: Lexicon) -> None:
    (near,) = near_to(OTHER_WORDS, lexicon)
    assert near.document == "g.1"
    assert 0.3 < near.likeness < 1
    (same,) = near_to("犬只登记", lexicon)
    assert same.likeness == pytest.approx(1)


def test_what_changed_is_known_at_once(lexicon: Lexicon) -> None:
    assert near_to(OTHER_WORDS, lexicon)
    with lexicon.writing() as writer:
        writer.put("g.1", [Title("name", "zh-hans", "结婚登记")])
    assert not near_to(OTHER_WORDS, lexicon)
    with lexicon.writing() as writer:
        writer.take_out("g.1")
        writer.put("g.3", [Title("name", "zh-hans", "犬只注销登记")])
    assert [near.document for near in near_to(OTHER_WORDS, lexicon)] == ["g.3"]


def test_no_more_pages_come_in_than_a_page_of_results_shows(tmp_path: Path) -> None:
    made = Lexicon(tmp_path)
    with made.writing() as writer:
        for number in range(MOST * 2):
            writer.put(f"g.{number}", [Title("name", "zh-hans", "犬只登记")])
    assert len(near_to(OTHER_WORDS, made)) == MOST


def test_without_names_nothing_is_near(tmp_path: Path) -> None:
    made = Lexicon(tmp_path)
    assert near_to(OTHER_WORDS, made) == ()
    with made.writing():
        pass
    assert near_to(OTHER_WORDS, made) == ()


# --- what readers see -------------------------------------------------------------------------------------------------


def test_an_item_is_found_by_words_that_it_does_not_have(dogs: GuidePage, titles: Titles) -> None:
    assert titles(OTHER_WORDS)[0] == "犬只登记"


def test_where_pages_have_the_words_nothing_else_comes_in(dogs: GuidePage) -> None:
    assert not Found("护照").plan.near
    assert not Found("quanzhi").plan.near  # what was typed in letters is put right first


def test_where_few_pages_only_mention_the_words_those_that_mean_alike_come_in_too(
    dogs: GuidePage, titles: Titles, client: Client
) -> None:
    answer = factories.AnswerPageFactory
    answer(parent=dogs.department, name_zh_hans="要打疫苗吗？", answer_zh_hans=f"{OTHER_WORDS}要打。")
    assert set(titles(OTHER_WORDS)[:2]) == {"要打疫苗吗？", "犬只登记"}
    assert "提到" in page(client, OTHER_WORDS).select_one(".corrected").text  # type: ignore[union-attr]
    answer(parent=dogs.department, name_zh_hans=f"{OTHER_WORDS}能进公园吗？", answer_zh_hans="能。")
    assert not Found(OTHER_WORDS).by_meaning  # one is called so


def test_what_was_unpublished_is_not_found_by_its_meaning(dogs: GuidePage, titles: Titles) -> None:
    dogs.unpublish()
    assert "犬只登记" not in titles(OTHER_WORDS)


def test_readers_are_told_that_nothing_has_their_words(dogs: GuidePage, client: Client) -> None:
    shown = page(client, OTHER_WORDS)
    assert "没有找到与" in shown.select_one(".corrected").text  # type: ignore[union-attr]
    assert "0835-2800200" in shown.select_one(".search-help .telephones").text  # type: ignore[union-attr]
    assert shown.select(".search-help a[href*='ask']")


def test_readers_are_told_that_pages_have_only_some_of_their_words(dogs: GuidePage, client: Client) -> None:
    assert "全部内容" in page(client, "宠物狗登记").select_one(".corrected").text  # type: ignore[union-attr]


def test_the_log_says_that_the_words_found_nothing(dogs: GuidePage, client: Client) -> None:
    page(client, OTHER_WORDS)
    page(client, "犬只")
    assert dict(SearchLogEntry.objects.values_list("query", "hits")) == {OTHER_WORDS: 0, "犬只": 1}


def test_staff_see_that_a_page_was_found_by_its_meaning(dogs: GuidePage, civil_affairs_editor: Client) -> None:
    shown = page(civil_affairs_editor, OTHER_WORDS, explain="1")
    assert "意思" in shown.select_one(".hit .reasons").text  # type: ignore[union-attr]
    assert OTHER_WORDS in shown.select_one(".search-results > .reasons").text  # type: ignore[union-attr]


def test_the_desk_opens_no_card_that_is_only_a_guess(dogs: GuidePage, window_clerk: Client) -> None:
    answer = window_clerk.get("/zh-hans/desk/", {"q": OTHER_WORDS})
    assert "犬只登记" in answer.content.decode()
    assert answer.context["card"] is None
    assert window_clerk.get("/zh-hans/desk/", {"q": "犬只登记"}).context["card"].page == dogs.pk
