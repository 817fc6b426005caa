"""Values onto PDF forms: in their places, read back, reported when they have no room."""

from dataclasses import replace

import pytest

from forms_library.detection.detector import detect
from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Detection, Field, FieldKind
from forms_library.detection.geometry import Rect
from forms_library.detection.reading import read_pages
from forms_library.filling.checks import problems
from forms_library.filling.fonts import Font, FontError, font
from forms_library.filling.ink import Text, Tick, plan
from forms_library.filling.pdf import fill_pdf
from forms_library.filling.read_back import Fault, check
from forms_library.filling.trial import try_out
from forms_library.text.pdf import pdf_text

from .synthesis.compose import form as synthetic_form
from .synthesis.model import Box, Cell, Day, Form, Paragraph, Table, Words, empty, words
from .synthesis.paper import Paper


@pytest.fixture(scope="module")
def template(answers: Font) -> bytes:
    rows = [
        [
            words("姓名"),
            empty("姓名"),
            words("性别"),
            Cell([[Box("男", "性别"), Words("男 "), Box("女", "性别"), Words("女")]]),
        ],
        [words("身份证号码"), Cell(span=3, label="身份证号码", digits=18)],
        [words("出生日期"), Cell([[Day("出生日期", 6)]], span=3)],
        [words("申请理由"), empty("申请理由", span=3)],
    ]
    title = Paragraph([Words("居住证申领登记表")], 16, "centre")
    return Paper(Form("f", [title, Table([1, 2, 1, 2], rows, [26.0, 26.0, 26.0, 70.0])])).draw()


@pytest.fixture(scope="module")
def found(template: bytes) -> Detection:
    return detect(read_pages(template))


VALUES = {
    "姓名": "欧阳某某",
    "女": "1",
    "身份证号码": "11010519491231002x",
    "出生日期": "2026年1月8日",
    "申请理由": "因工作调动\n需要",
}


def values_for(found: Detection, wanted: dict[str, str]) -> dict[str, str]:
    return {field.id: wanted[field.label] for field in found.fields if field.label in wanted}


def test_every_value_stands_in_its_place(template: bytes, found: Detection, answers: Font) -> None:
    values = values_for(found, VALUES)
    filled = fill_pdf(template, found.fields, values, answers)
    assert filled.overflowing == ()
    assert check(template, filled.data, found.fields, values) == []
    text = "".join(pdf_text(filled.data)[0].split())
    assert "欧阳某某" in text
    assert "20260108" in text


def test_a_value_without_room_is_reported_and_not_cut(template: bytes, found: Detection, answers: Font) -> None:
    values = values_for(found, {"姓名": "名字" * 60})
    filled = fill_pdf(template, found.fields, values, answers)
    assert filled.overflowing == tuple(values)
    assert "名字" not in pdf_text(filled.data)[0]


def test_an_option_is_ticked_by_a_one_alone(found: Detection, answers: Font) -> None:
    options = [field for field in found.fields if field.kind is FieldKind.OPTION]
    planned = plan(found.fields, {options[0].id: "1", options[1].id: "0"}, answers)
    assert [type(ink) for ink in planned.ink] == [Tick]


def test_reading_back_notices_a_value_that_is_not_there(template: bytes, found: Detection, answers: Font) -> None:
    values = values_for(found, {"姓名": "欧阳某某"})
    (fallen,) = check(template, template, found.fields, values)
    assert fallen.fault is Fault.NOT_THERE


def test_reading_back_notices_a_value_over_printed_words(template: bytes, found: Detection, answers: Font) -> None:
    name = next(field for field in found.fields if field.label == "姓名")
    printed = Rect(name.rect.x0 - 60, name.rect.top, name.rect.x0, name.rect.bottom)
    moved = replace(name, rect=printed, room=printed)
    filled = fill_pdf(template, [moved], {name.id: "欧阳某某"}, answers)
    assert [fallen.fault for fallen in check(template, filled.data, [moved], {name.id: "欧阳某某"})] == [
        Fault.OVER_PRINT
    ]


@pytest.mark.parametrize("seed", range(900, 912))
def test_a_trial_of_any_form_ends_well(seed: int, answers: Font) -> None:
    data = Paper(synthetic_form(seed), seed).draw()
    trial = try_out(data, detect(read_pages(data)).fields, answers)
    assert trial.faults == ()


def line_field(width: float, kind: FieldKind = FieldKind.TEXT) -> Field:
    rect = Rect(100, 100, 100 + width, 112)
    return Field("f1", 0, rect, rect, "姓名", kind, Shape.LINE, 0.9)


def test_what_is_wrong_is_known_before_the_document_is_made(answers: Font) -> None:
    short = line_field(60)
    assert problems([short], {"f1": "张三"}, answers) == {}
    assert "请缩短" in str(problems([short], {"f1": "很长的名字" * 10}, answers)["f1"])
    assert "必填" in str(problems([short], {}, answers, required=["f1"])["f1"])
    assert problems([line_field(100, FieldKind.POSTCODE)], {"f1": "12"}, answers)


def test_characters_that_the_font_lacks_are_named(answers: Font) -> None:
    problem = str(problems([line_field(200)], {"f1": "𬭚某𠮷"}, answers)["f1"])
    assert "𬭚" in problem
    assert "𠮷" in problem
    assert "某" not in problem


def test_a_font_that_is_none_is_an_error() -> None:
    with pytest.raises(FontError):
        font("/no/such/font.ttf")


def test_digits_of_a_year_that_are_printed_are_not_written_twice(answers: Font) -> None:
    parts = tuple(Rect(100 + 40 * i, 100, 130 + 40 * i, 112) for i in range(3))
    place = Rect(100, 100, 220, 112)
    date = Field("f1", 0, place, place, "日期", FieldKind.DATE, Shape.DATE, 0.9, parts=parts, printed="20")
    assert [ink.text for ink in plan([date], {"f1": "2026-01-08"}, answers).ink if isinstance(ink, Text)] == [
        "26",
        "01",
        "08",
    ]
    assert plan([date], {"f1": "1999-01-08"}, answers).overflowing == ("f1",)


def test_narrow_dates_are_pressed_together_and_not_left_out(answers: Font) -> None:
    parts = (Rect(100, 100, 114, 110), Rect(124, 100, 131, 110), Rect(141, 100, 148, 110))
    date = Field(
        "f1",
        0,
        Rect(100, 100, 158, 110),
        Rect(100, 100, 158, 110),
        "日期",
        FieldKind.DATE,
        Shape.DATE,
        0.9,
        parts=parts,
    )
    planned = plan([date], {"f1": "2026-01-08"}, answers)
    assert planned.overflowing == ()
    assert len(planned.ink) == 3
