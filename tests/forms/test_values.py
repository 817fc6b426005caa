"""Values are what their fields ask for, by the standards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind
from forms_library.detection.geometry import Rect
from forms_library.validation import dates, id_number, phone
from forms_library.validation.values import problem_of
from forms_library.validation.written import written

PLACE = Rect(100, 100, 300, 124)


def field(kind: FieldKind, shape: Shape = Shape.CELL, parts: int = 0) -> Field:
    boxes = tuple(Rect(100 + 10 * i, 100, 110 + 10 * i, 124) for i in range(parts))
    return Field("f1", 0, PLACE, PLACE, "name", kind, shape, 0.9, parts=boxes)


RIGHT = {
    FieldKind.ID_NUMBER: ["11010519491231002X", "11010519491231002x", "110105 19491231 002X"],
    FieldKind.CREDIT_CODE: ["91350100M000100Y43", "91350100m000100y43"],
    FieldKind.PHONE: ["13800138000", "0835-2800110", "(0835)2800110", "2800110", "400-123-4567", "+86 13800138000",
                      "+44 20 7946 0958", "13800138000、0835-2800110", "0835-2800110转801"],
    FieldKind.POSTCODE: ["625000"],
    FieldKind.EMAIL: ["someone@example.com", "a.b+c@example.gov.cn"],
    FieldKind.DATE: ["2026-01-08", "2026年1月8日", "2026.1.8", "2026/1/8", "2026-02", "2024-02-29"],
    FieldKind.MONEY: ["1200", "1,200.50", "¥1200", "1200万元", "50元"],
    FieldKind.NUMBER: ["12", "约12", "3至5"],
    FieldKind.OPTION: ["1"],
    FieldKind.TEXT: ["张三", "<script>", "=1+1"],
}  # fmt: skip
WRONG = {
    FieldKind.ID_NUMBER: ["110105194912310021", "11010519491331002X", "123", "00010519491231002X", "护照E12345678"],
    FieldKind.CREDIT_CODE: ["91350100M000100Y44", "91350100I000100Y43", "123"],
    FieldKind.PHONE: ["12800138000", "1380013800", "电话", "110105194912310021"],
    FieldKind.POSTCODE: ["62500", "6250000", "邮编"],
    FieldKind.EMAIL: ["someone", "someone@", "a b@example.com", "someone@example"],
    FieldKind.DATE: ["2026-02-30", "2026-13-01", "明天", "0001-01-01", "26-1-8"],
    FieldKind.MONEY: ["很多", "1200.5.5", "-"],
    FieldKind.NUMBER: ["若干"],
    FieldKind.OPTION: ["yes"],
    FieldKind.TEXT: ["a\x00b", "a\x1bb", "x" * 2_001],
}
CASES = [(kind, value, True) for kind, values in RIGHT.items() for value in values]
CASES += [(kind, value, False) for kind, values in WRONG.items() for value in values]


@pytest.mark.parametrize(("kind", "value", "right"), CASES)
def test_a_value_is_right_or_has_a_sentence_about_it(kind: FieldKind, value: str, right: bool) -> None:
    problem = problem_of(field(kind), value)
    assert (problem is None) is right
    assert right or str(problem)


@pytest.mark.parametrize("kind", list(FieldKind))
def test_an_empty_value_is_no_wrong_one(kind: FieldKind) -> None:
    assert problem_of(field(kind), "  ") is None


def test_there_are_no_more_characters_than_boxes() -> None:
    assert problem_of(field(FieldKind.DIGITS, Shape.COMB, 6), "1234567") is not None
    assert problem_of(field(FieldKind.DIGITS, Shape.COMB, 6), "123 456") is None


@pytest.mark.parametrize(
    ("kind", "shape", "value", "expected"),
    [
        (FieldKind.DATE, Shape.CELL, "2026-01-08", "2026年1月8日"),
        (FieldKind.DATE, Shape.DATE, "2026年1月8日", "2026-01-08"),
        (FieldKind.DATE, Shape.CELL, "长期", "长期"),
        (FieldKind.ID_NUMBER, Shape.CELL, " 11010519491231002x ", "11010519491231002X"),
        (FieldKind.TEXT, Shape.CELL, " 张三 ", "张三"),
    ],
)
def test_values_are_written_in_one_form(kind: FieldKind, shape: Shape, value: str, expected: str) -> None:
    assert written(field(kind, shape), value) == expected


def test_nobody_is_born_tomorrow() -> None:
    number = "11010520260101002"
    number += id_number.check_character(number)
    assert id_number.is_valid(number, today=date(2026, 1, 1))
    assert not id_number.is_valid(number, today=date(2025, 12, 31))


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.integers(0, 999), st.integers(0, 16))
def test_one_wrong_digit_makes_an_id_number_wrong(born: date, order: int, place: int) -> None:
    first = f"511802{born:%Y%m%d}{order:03d}"
    number = first + id_number.check_character(first)
    assert id_number.is_valid(number, today=date(2026, 1, 1))
    changed = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
    assert not id_number.is_valid(changed, today=date(2026, 1, 1))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}"):
        assert dates.parsed(text) == day.isoformat()


@given(st.text())
def test_any_text_can_be_checked(text: str) -> None:
    for kind in FieldKind:
        problem_of(field(kind), text)
    assert phone.is_valid(text) in (True, False)
