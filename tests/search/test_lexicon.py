"""What things are called: suggestions, pinyin, and what was meant."""

from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from guides.models import GuidePage
from knowledge.search.lexicon import Lexicon, Title
from knowledge.search.pinyin import Spelling, differ_by_one, spelling
from knowledge.search.rebuilding import place_of
from tests import factories
from tests.conftest import Hall

from .conftest import Titles, page

LETTERS = st.text(st.sampled_from("abc"), max_size=7)


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    made = Lexicon(tmp_path)
    with made.writing() as writer:
        writer.put("g.1", [Title("name", "zh-hans", "居民身份证申领"), Title("everyday", "zh-hans", "身份证丢了")])
        writer.put("g.2", [Title("name", "zh-hans", "普通护照签发"), Title("name", "en", "Ordinary passport")])
    return made


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("身份证", Spelling("shenfenzheng", "sfz")),
        ("身份zheng", Spelling("shenfenzheng", "sfz")),
        ("A类 人才", Spelling("aleirencai", "alrc")),
        ("", Spelling("", "")),
    ],
)
def test_chinese_is_spelled_in_letters(text: str, spelled: Spelling) -> None:
    assert spelling(text) == spelled


@given(LETTERS, st.data())
def test_one_slip_of_the_finger_is_forgiven(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word)))
    before, after = word[:place], word[place:]
    assert differ_by_one(word, before + "x" + after)
    assert differ_by_one(before + "x" + after, word)
    if after:
        assert differ_by_one(word, before + "x" + after[1:])
        assert differ_by_one(word, before + after[1::-1] + after[2:])


@given(LETTERS, LETTERS)
def test_two_slips_are_not(one: str, other: str) -> None:
    assert not differ_by_one("x" + one + "yz", "z" + other + "wx")


@pytest.mark.parametrize("text", ["shenfenzheng", "sfz", "身份正", "身份zheng", "shenfenzhng", "shen fen zheng", "SFZ"])
def test_an_identity_card_is_meant(lexicon: Lexicon, text: str) -> None:
    assert lexicon.meant(text)[0] == "身份证"


@pytest.mark.parametrize(
    ("text", "meant"), [("pasport", "passport"), ("护找", "护照"), ("ordinary pasport", "ordinary passport")]
)
def test_wrong_letters_and_characters_are_set_right(lexicon: Lexicon, text: str, meant: str) -> None:
    assert lexicon.meant(text)[0] == meant


@given(st.text(max_size=40))
def test_any_text_may_be_asked(text: str) -> None:
    nowhere = Lexicon(Path("/nonexistent"))
    assert nowhere.meant(text) == []
    assert nowhere.suggestions(text, "en", 5) == []


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\x00", "证_申", "!"])
def test_signs_are_no_wildcards(lexicon: Lexicon, text: str) -> None:
    assert lexicon.suggestions(text, "zh-hans", 5) == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("身份", "身份证丢了"),
        ("shenf", "身份证丢了"),
        ("sfz", "身份证丢了"),
        ("pass", "Ordinary passport"),
        ("护照", "普通护照签发"),
    ],
)
def test_titles_are_suggested_by_characters_and_by_letters(lexicon: Lexicon, typed: str, first: str) -> None:
    assert lexicon.suggestions(typed, "zh-hans", 5)[0].text == first


def test_what_was_taken_out_is_not_suggested_any_more(lexicon: Lexicon) -> None:
    with lexicon.writing() as writer:
        writer.take_out("g.1")
    assert lexicon.suggestions("身份", "zh-hans", 5) == []
    assert lexicon.meant("sfz") == []


def test_an_error_while_writing_leaves_what_was_there(lexicon: Lexicon) -> None:
    def fails() -> None:
        with lexicon.writing() as writer:
            writer.take_out("g.1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert lexicon.meant("sfz") == ["身份证"]


@pytest.mark.parametrize("text", ["jiehundengji", "jhdj", "结昏登记", "jiehundengj"])
def test_a_reader_who_finds_nothing_gets_what_was_meant(guide: GuidePage, titles: Titles, text: str) -> None:
    assert titles(text)[0] == guide.name_zh_hans


def test_the_page_says_what_it_looked_for_instead(guide: GuidePage, client: Client) -> None:
    told = page(client, "jhdj").select_one(".corrected")
    assert told is not None
    assert "jhdj" in told.get_text()
    assert "结婚登记" in told.get_text()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("jiehundengj xqzzt", ["结婚登记 xqzzt"], id="a word of two was misspelled"),
        pytest.param("xqzzt vbnmk", [], id="nothing is spelled like it"),
    ],
)
def test_where_nothing_is_found_the_page_says_what_may_have_been_meant(
    guide: GuidePage, client: Client, titles: Titles, text: str, meant: list[str]
) -> None:
    shown = page(client, text)
    assert "没有找到与" in shown.select_one(".search-count").get_text()  # type: ignore[union-attr]
    links = shown.select(".also-looked-for a")
    assert [link.get_text() for link in links] == meant
    assert all(titles(link.get_text()) == [guide.name_zh_hans] for link in links)


def test_an_unpublished_name_is_forgotten_at_once(hall: Hall, titles: Titles) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="骑缝章备案")
    assert titles("qifengzhang") == ["骑缝章备案"]
    guide.unpublish()
    assert titles("qifengzhang") == []
    assert Lexicon(place_of().live).suggestions("骑缝", "zh-hans", 5) == []


def test_english_that_is_not_reviewed_is_not_suggested(hall: Hall, titles: Titles) -> None:
    factories.GuidePageFactory(parent=hall.civil_affairs, name_en="Zorblax permit", translation_reviewed_en=False)
    titles("x")
    assert Lexicon(place_of().live).suggestions("zorb", "en", 5) == []
    assert Lexicon(place_of().live).meant("zorblx") == []
