"""Numbers of articles: written, read, and in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.statutes.numbering import ArticleNumber, arabic, chinese, first_article, from_anchor

NUMBERS = st.builds(ArticleNumber, st.integers(1, 9999), st.integers(0, 99))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1009, "一千零九"),
        (1260, "一千二百六十"),
        (2010, "二千零一十"),
    ],
)
def test_numbers_are_written_as_statutes_write_them(number: int, written: str) -> None:
    assert chinese(number) == written


@given(st.integers(0, 9999))
def test_every_number_is_read_as_it_was_written(number: int) -> None:
    assert arabic(chinese(number)) == number == arabic(str(number))


@given(NUMBERS)
def test_every_article_is_read_as_it_was_written(number: ArticleNumber) -> None:
    assert first_article(number.written) == number
    assert from_anchor(number.anchor) == number


@given(NUMBERS, NUMBERS)
def test_articles_sort_as_they_stand_in_a_statute(one: ArticleNumber, other: ArticleNumber) -> None:
    assert (one < other) == ((one.number, one.insertion) < (other.number, other.insertion))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第三十条第一款", (30, 0)),
        ("第二十条之一", (20, 1)),
        ("第 20 条 之 2", (20, 2)),
        ("第１２条", (12, 0)),
        ("依照第五条、第六条", (5, 0)),
    ],
)
def test_the_first_article_of_a_text(text: str, number: tuple[int, int]) -> None:
    assert first_article(text) == number


@pytest.mark.parametrize("text", ["", "第三章", "三十条", "第万亿条", "总则", "第99999条"])
def test_what_is_no_article(text: str) -> None:
    assert first_article(text) is None


@pytest.mark.parametrize("anchor", ["", "article-", "article-1-2-3", "article-x", "article-12345", "section-1"])
def test_what_is_no_anchor(anchor: str) -> None:
    assert from_anchor(anchor) is None
