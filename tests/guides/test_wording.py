"""Numbers, days and dates in words, in both languages."""

from datetime import date

import pytest
from django.utils.translation import override

from guides import wording
from guides.codes import OnlineDepth
from knowledge.wording import file_size
from translations.wording import enumeration, long_date


@pytest.mark.parametrize(
    ("days", "unit", "english", "chinese"),
    [
        (None, "working_day", "", ""),
        (0, "working_day", "On the spot", "当场办结"),
        (1, "working_day", "1 working day", "1个工作日"),
        (7, "working_day", "7 working days", "7个工作日"),
        (1, "calendar_day", "1 calendar day", "1个自然日"),
        (30, "calendar_day", "30 calendar days", "30个自然日"),
    ],
)
def test_time_limits(days: int | None, unit: str, english: str, chinese: str) -> None:
    with override("en"):
        assert wording.time_limit(days, unit) == english
    with override("zh-hans"):
        assert wording.time_limit(days, unit).replace(" ", "") == chinese


@pytest.mark.parametrize(("number", "english"), [(None, ""), (0, "No visit needed"), (1, "1 visit"), (2, "2 visits")])
def test_visits(number: int | None, english: str) -> None:
    with override("en"):
        assert wording.visits(number) == english


@pytest.mark.parametrize(
    ("originals", "copies", "english"),
    [(1, 2, ["1 original", "2 copies"]), (0, 1, ["1 copy"]), (None, None, []), (2, 0, ["2 originals"])],
)
def test_how_many(originals: int | None, copies: int | None, english: list[str]) -> None:
    with override("en"):
        assert wording.how_many(originals, copies) == english


def test_lists_and_dates_are_written_as_each_language_does() -> None:
    words, day = ["甲", "乙"], date(2026, 10, 15)
    with override("zh-hans"):
        assert (enumeration(words), long_date(day)) == ("甲、乙", "2026年10月15日")
    with override("en"):
        assert (enumeration(words), long_date(day)) == ("甲, 乙", "15 October 2026")
    assert long_date(None) == ""


@pytest.mark.parametrize(
    ("size", "words"),
    [(None, ""), (0, ""), (1, "1 KB"), (34_600, "35 KB"), (999_999, "1000 KB"), (1_200_000, "1.2 MB")],
)
def test_file_sizes(size: int | None, words: str) -> None:
    assert file_size(size) == words


def test_every_depth_has_words_and_an_unknown_one_has_none() -> None:
    assert all(wording.online_depth(depth) for depth in OnlineDepth.values)
    assert wording.online_depth("imported-nonsense") == ""
    assert wording.online_depth_short(OnlineDepth.NONE) == ""


@pytest.mark.parametrize(("materials", "result"), [(True, True), (True, False), (False, True)])
def test_by_post_says_what_travels(materials: bool, result: bool) -> None:
    with override("en"):
        words = wording.by_post(materials, result)
    assert ("materials" in words, "result" in words) == (materials, result)


def test_nothing_by_post_is_not_mentioned() -> None:
    assert wording.by_post(materials=False, result=False) == ""
