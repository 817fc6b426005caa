"""XLSX forms: found by borders and merged cells, filled in as strings, everything else left as it is."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from forms_library.office.package import DamagedError
from forms_library.office.xlsx import detect_xlsx
from forms_library.office.xlsx_fill import fill_xlsx

THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def workbook(rows: list[list[str | None]], merged: list[str] | None = None) -> bytes:
    book = Workbook()
    sheet = book["Sheet"]
    sheet.title = "申请表"
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
            cell = sheet.cell(r, c, value)
            cell.border = BORDER
    for area in merged or []:
        sheet.merge_cells(area)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def filled(data: bytes, values: dict[str, str]) -> dict[str, str]:
    fields = detect_xlsx(data).fields
    made = fill_xlsx(data, list(fields), {f.id: values[f.label] for f in fields if f.label in values})
    sheet = load_workbook(BytesIO(made))["申请表"]
    return {cell.coordinate: str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_empty_cells_with_borders_are_places() -> None:
    found = detect_xlsx(workbook([["姓名", None, "性别", None], ["住址", None, None, None]], ["B2:D2"])).fields
    assert [(field.label, field.source) for field in found] == [
        ("姓名", "cell:申请表!B1"),
        ("性别", "cell:申请表!D1"),
        ("住址", "cell:申请表!B2"),
    ]


def test_a_value_goes_to_its_cell() -> None:
    assert filled(workbook([["姓名", None]]), {"姓名": "张三"}) == {"A1": "姓名", "B1": "张三"}


def test_a_value_that_looks_like_a_formula_is_a_string() -> None:
    data = workbook([["备注", None]])
    (field,) = detect_xlsx(data).fields
    made = fill_xlsx(data, [field], {field.id: '=HYPERLINK("http://evil.example")'})
    cell = load_workbook(BytesIO(made))["申请表"]["B1"]
    assert cell.data_type == "s"
    assert b"<f>" not in zipfile.ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")


def test_boxes_and_blanks_in_a_cell_are_filled_in_there() -> None:
    data = workbook([["性别", "□男  □女"], ["日期", "    年  月  日"], ["面积", "______平方米"]])
    values = {"女": "1", "日期": "2026-01-08", "面积": "80"}
    found = filled(data, values)
    assert found["B1"] == "□男  ☑女"
    assert "".join(found["B2"].split()) == "2026年01月08日"
    assert "80" in found["B3"]
    assert "平方米" in found["B3"]


def test_drawings_and_validations_stay(real_forms: Path) -> None:
    data = (real_forms / "xlsx" / "subsidy_shape.xlsx").read_bytes()
    fields = detect_xlsx(data).fields
    made = fill_xlsx(data, list(fields), {field.id: "值" for field in fields})
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(BytesIO(made)) as after:
        assert set(before.namelist()) == set(after.namelist())
        assert before.read("xl/drawings/drawing1.xml") == after.read("xl/drawings/drawing1.xml")
        assert b"<dataValidation" in after.read("xl/worksheets/sheet1.xml")


def test_a_sheet_that_is_not_there_is_an_error() -> None:
    data = workbook([["姓名", None]])
    (field,) = detect_xlsx(data).fields
    renamed = load_workbook(BytesIO(data))
    renamed["申请表"].title = "别的"
    buffer = BytesIO()
    renamed.save(buffer)
    with pytest.raises(DamagedError):
        fill_xlsx(buffer.getvalue(), [field], {field.id: "张三"})
