"""DOCX forms: found by their structure, filled in where they are, values that stay values."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.detection.fields import Field, FieldKind
from forms_library.office.docx import detect_docx
from forms_library.office.docx_fill import fill_docx
from forms_library.office.docx_layout import read_document
from forms_library.office.docx_text import text_of
from forms_library.office.package import DamagedError, read_parts
from tests.bench.docx_scoring import found as found_of
from tests.bench.forms import document_order

from .synthesis.compose import form as synthetic_form
from .synthesis.document import docx_of, package, run
from .synthesis.model import Blank, Box, Cell, Day, Form, Paragraph, Table, Words, empty, words
from .synthesis.paper import Paper


def lines_of(data: bytes) -> list[str]:
    return [text for p in read_document(read_parts(data)).paragraphs if (text := text_of(p)).strip()]


def filled(data: bytes, values: dict[str, str]) -> list[str]:
    """The text after filling in values by label."""
    fields = detect_docx(data).fields
    by_id = {field.id: values[field.label] for field in fields if field.label in values}
    return lines_of(fill_docx(data, list(fields), by_id))


def table(*rows: list[Cell]) -> bytes:
    return docx_of(Form("f", [Table([1.0] * len(rows[0]), list(rows), [24.0] * len(rows))]))


def line(*parts: Words | Blank | Box | Day) -> bytes:
    return docx_of(Form("f", [Paragraph(list(parts))]))


def only(data: bytes) -> Field:
    (field,) = detect_docx(data).fields
    return field


def test_an_empty_cell_gets_the_value() -> None:
    assert filled(table([words("姓名"), empty("姓名")]), {"姓名": "张三"}) == ["姓名", "张三"]


def test_a_value_stands_before_the_unit_in_its_cell() -> None:
    assert filled(table([words("面积"), words("平方米")]), {"面积": "80"}) == ["面积", "80 平方米"]


def test_underlined_blanks_are_places_and_stay_underlined() -> None:
    data = line(Words("姓名："), Blank("姓名", 60), Words("，"))
    (text,) = filled(data, {"姓名": "张三"})
    assert "张三" in text
    made = read_parts(fill_docx(data, [only(data)], {only(data).id: "张三"}))
    assert b'<w:u w:val="single"/>' in made["word/document.xml"]


def test_underscores_are_replaced() -> None:
    (text,) = filled(line(Words("姓名："), Blank("姓名", 60, "underscores"), Words("，")), {"姓名": "张三"})
    assert text == "姓名：张三，"


def test_a_box_is_ticked() -> None:
    (text,) = filled(line(Words("性别："), Box("男"), Words("男  "), Box("女"), Words("女")), {"女": "1"})
    assert text == "性别：□男  ☑女"


def test_year_month_and_day_go_to_their_blanks() -> None:
    (text,) = filled(line(Words("填表日期："), Day("填表日期", 4)), {"填表日期": "2026-01-08"})
    assert "".join(text.split()) == "填表日期：2026年01月08日"


def test_two_places_of_one_line_do_not_disturb_each_other() -> None:
    data = line(Words("姓名："), Blank("姓名", 60), Words("电话："), Blank("电话", 60))
    (text,) = filled(data, {"姓名": "张三", "电话": "13800138000"})
    assert "".join(text.split()) == "姓名：张三电话：13800138000"


SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
LOST = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>£</w:t></w:r>'
CONTROL = (
    '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    '<w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
)
FORM_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
    "</w:fldChar></w:r>"
)


@pytest.mark.parametrize("box", [SYMBOL, LOST, CONTROL, FORM_FIELD])
def test_every_kind_of_box_is_found_and_ticked(box: str) -> None:
    data = package(f"<w:body><w:p>{run('是否同意：')}{box}{run('同意')}</w:p></w:body>")
    field = only(data)
    assert (field.label, field.kind, field.group) == ("同意", FieldKind.OPTION, "是否同意")
    assert lines_of(fill_docx(data, [field], {field.id: "1"})) == ["是否同意：☑同意"]


def test_a_table_without_borders_only_puts_text_side_by_side() -> None:
    data = table([words("姓名"), empty("姓名")])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
    plain = document.replace('w:val="single" w:sz="4"', 'w:val="nil" w:sz="0"')
    assert detect_docx(package(plain[plain.index("<w:body>") : plain.index("</w:document>")])).fields == ()


def test_merged_cells_are_one_place() -> None:
    rows = [[words("简历", rows=2), empty("简历", rows=2)], []]
    data = docx_of(Form("f", [Table([1, 3], rows, [24.0, 24.0])]))
    assert [field.label for field in detect_docx(data).fields] == ["简历"]


@given(st.text(max_size=60))
def test_any_value_is_text_and_nothing_else(value: str) -> None:
    data = table([words("备注"), empty("备注")])
    field = only(data)
    made = fill_docx(data, [field], {field.id: value})
    document = read_document(read_parts(made))
    known = {element.tag.rsplit("}", 1)[-1] for element in document.root.iter() if isinstance(element.tag, str)}
    assert known <= {"document", "body", "tbl", "tblPr", "tblBorders", "tblGrid", "gridCol", "tr", "trPr", "trHeight",
                     "tc", "tcPr", "gridSpan", "vAlign", "vMerge", "p", "r", "t", "br", "rPr",
                     "top", "left", "bottom", "right", "insideH", "insideV"}  # fmt: skip


@pytest.mark.parametrize("value", ["{{ 7*7 }}", "</w:t><w:r/>", "&x;", "=1+1", "a\x00b", "\ud800"])
def test_values_that_mean_something_elsewhere_mean_nothing(value: str) -> None:
    text = filled(table([words("备注"), empty("备注")]), {"备注": value})[-1]
    assert text == value.replace("\x00", "").replace("\ud800", "") or (value == "\ud800" and text == "备注")


def test_what_is_no_document_is_an_error() -> None:
    with pytest.raises(DamagedError):
        detect_docx(b"PK\x03\x04 nothing")


@pytest.mark.parametrize("seed", range(700, 712))
def test_nearly_all_places_of_any_document_are_found(seed: int) -> None:
    form = synthetic_form(seed)
    Paper(form, seed).draw()
    places = document_order(detect_docx(docx_of(form)))
    hits = found_of(form.truth, places)
    assert hits >= 0.95 * len(form.truth)
    assert hits >= 0.97 * len(places)
