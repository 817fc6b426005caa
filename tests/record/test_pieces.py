"""Texts compared word by word, and cut to what matters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guides.record.pieces import AROUND, MOST_COMPARED, pieces, text_of_markup
from translations.desk.differences import Change

SHORT = st.text("一二三 ab1。", max_size=AROUND)


@settings(deadline=None)
@given(SHORT, SHORT)
def test_what_is_short_is_shown_whole(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(one.text for one in found if one.change != Change.NEW) == before
    assert "".join(one.text for one in found if one.change != Change.GONE) == after


def test_long_stretches_of_the_same_are_cut() -> None:
    text = "承诺时限" * 200
    found = pieces(f"{text}十日{text}", f"{text}五日{text}")
    assert [one.text for one in found if one.change != Change.SAME] == ["十", "五"]
    assert all(len(one.text) <= 2 * AROUND + 1 for one in found)


def test_very_long_texts_are_compared_from_both_ends() -> None:
    long = "长" * (MOST_COMPARED // 500)
    found = pieces(f"{long}十{long}", f"{long}五{long}")
    assert [(one.change, one.text) for one in found if one.change != Change.SAME] == [("gone", "十"), ("new", "五")]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二"),
        ('<ul><li data-block-key="x">甲</li></ul>', "甲"),
        ("", ""),
        ("一<br/>二", "一\n二"),
    ],
)
def test_markup_is_shown_as_lines(markup: str, text: str) -> None:
    assert text_of_markup(markup) == text
