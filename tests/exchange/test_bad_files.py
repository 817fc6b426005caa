"""Files that are not what they say: each is refused with a clear message, and nothing is half-saved."""

import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from guides.exchange import workbook_read
from guides.exchange.json_lines import json_lines
from guides.exchange.reading import guangdong, read
from guides.exchange.records import GuideRecord
from guides.exchange.report import Refusal
from guides.exchange.workbook_read import read_workbook
from guides.exchange.workbook_write import write_template
from guides.models import GuidePage, ImportRun
from tests.conftest import Hall
from translations import workbook_safety
from translations.usable_text import FileError

SHEET_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "items.xlsx"


@pytest.fixture
def template(path: Path) -> Path:
    write_template(path)
    return path


def refusals(path: Path) -> list[Refusal]:
    return [record for record in read_workbook(path) if isinstance(record, Refusal)]


def with_items(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "items"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def replace_part(path: Path, part: str, content: str) -> None:
    """Put other XML into a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, part: content.encode()}.items():
            archive.writestr(name, data)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"<html>", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99]
)
def test_what_is_not_a_workbook_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(FileError, match="XLSX"):
        list(read_workbook(path))


def test_another_zip_file_is_not_a_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(FileError, match="XLSX"):
        list(read_workbook(path))


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/VBAPROJECT.BIN"])
def test_a_workbook_with_macros_is_refused(template: Path, part: str) -> None:
    replace_part(template, part, "macro")
    with pytest.raises(FileError, match=r"macros|宏"):
        list(read_workbook(template))


def test_a_workbook_that_says_it_has_macros_is_refused(template: Path) -> None:
    with zipfile.ZipFile(template) as archive:
        types = archive.read("[Content_Types].xml").decode()
    replace_part(template, "[Content_Types].xml", types.replace("sheet.main+xml", "sheet.macroEnabled.main+xml"))
    with pytest.raises(FileError, match=r"macros|宏"):
        list(read_workbook(template))


def test_a_workbook_that_unpacks_to_more_than_memory_is_refused(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_part(template, "xl/worksheets/sheet1.xml", " " * 2_000_000)
    monkeypatch.setattr(workbook_safety, "LARGEST_PART", 1_000_000)
    with pytest.raises(FileError, match=r"large|大"):
        list(read_workbook(template))


def test_a_sheet_of_a_million_rows_is_refused(template: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>x</t></is></c></row>' for n in range(3, 120_000))
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>task_code</t></is></c></row>'
    replace_part(template, "xl/worksheets/sheet1.xml", f"{SHEET_HEAD}{head}{rows}</sheetData></worksheet>")
    with pytest.raises(FileError, match=r"100[,.]?000"):
        list(read_workbook(template))


def test_one_cell_in_the_millionth_row_is_refused_as_well(template: Path) -> None:
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>task_code</t></is></c></row>'
    last = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    replace_part(template, "xl/worksheets/sheet1.xml", f"{SHEET_HEAD}{head}{last}</sheetData></worksheet>")
    with pytest.raises(FileError, match=r"100[,.]?000"):
        list(read_workbook(template))


def test_a_size_that_is_not_true_is_not_believed(template: Path) -> None:
    book = load_workbook(template)
    book["items"]["A3"] = "CODE-1"
    book.save(template)
    with zipfile.ZipFile(template) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<dimension" in sheet
    lie = re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', sheet)
    replace_part(template, "xl/worksheets/sheet1.xml", lie)
    assert [record.code for record in read_workbook(template) if isinstance(record, GuideRecord)] == ["CODE-1"]


@given(noise=st.binary(max_size=300), where=st.integers(0, 5000))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_workbook_gives_a_message_and_never_a_crash(tmp_path: Path, noise: bytes, where: int) -> None:
    path = tmp_path / "damaged.xlsx"
    with_items(path, ["task_code", "name_zh_hans"], ["A", "事项"])
    content = path.read_bytes()
    path.write_bytes(content[:where] + noise + content[where + len(noise) :])
    with suppress(FileError):
        list(read_workbook(path))


def test_a_formula_is_refused_by_its_cell(path: Path) -> None:
    with_items(path, ["task_code", "name_zh_hans"], ["A", "=1+1"], ["B", "好"])
    assert [refusal.place for refusal in refusals(path)] == ["items!B2"]
    assert [record.code for record in read_workbook(path)] == ["A", "B"]


def test_a_cell_with_an_error_is_refused_by_its_place(path: Path) -> None:
    with_items(path, ["task_code", "name_zh_hans"], ["A", "#REF!"])
    assert [refusal.place for refusal in refusals(path)] == ["items!B2"]


def test_a_cell_beside_the_table_is_refused(path: Path) -> None:
    with_items(path, ["task_code", "name_zh_hans"], ["A", "好", None, "a note"])
    assert [refusal.place for refusal in refusals(path)] == ["items!D2"]


@pytest.mark.parametrize(
    ("headings", "place"),
    [(["task_code", "colour"], "items!B1"), (["task_code", "version", "version"], "items!C1")],
)
def test_a_column_that_there_is_not_or_that_is_there_twice_is_refused(
    path: Path, headings: list[str], place: str
) -> None:
    with_items(path, headings)
    with pytest.raises(FileError, match=place):
        list(read_workbook(path))


def test_a_table_without_codes_or_items_is_refused(path: Path) -> None:
    with_items(path, ["name_zh_hans"])
    with pytest.raises(FileError, match="task_code"):
        list(read_workbook(path))
    Workbook().save(path)
    with pytest.raises(FileError, match="items"):
        list(read_workbook(path))


def test_rows_of_no_item_and_unknown_sheets_are_reported(template: Path) -> None:
    book = load_workbook(template)
    book["items"]["A3"] = "CODE-1"
    book["materials"]["A3"], book["materials"]["C3"] = "CODE-2", "身份证"
    book.create_sheet("material")
    book.save(template)
    assert [(refusal.place, refusal.code) for refusal in refusals(template)] == [
        ("material", ""),
        ("materials!A3", "CODE-2"),
    ]


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("effective_date", "0000-00-00"),
        ("effective_date", 0.5),
        ("effective_date", "soon"),
        ("promised_days", "seven"),
        ("promised_days", True),
        ("charges_fee", "perhaps"),
        ("item_type", "01"),
        ("district", "999999"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_its_cell(
    import_hall: Hall, guide: GuidePage, path: Path, heading: str, value: Any
) -> None:
    with_items(path, ["task_code", heading], [guide.task_code, value])
    with pytest.raises(CommandError):
        call_command("import_guides", path, profile="standard", publish=True)
    [refused] = ImportRun.objects.get().report["refused"]
    assert refused[0] == "items!B2"


def test_a_list_in_the_wrong_encoding_is_refused_as_a_whole(
    import_hall: Hall, tmp_path: Path, row: dict[str, Any], a_list: Callable[..., Path]
) -> None:
    path = a_list(row)
    path.write_bytes(path.read_bytes() + '{"TASK_CODE": "事项"}'.encode("gb18030"))
    with pytest.raises(CommandError, match=r"2.*UTF-8"):
        call_command("import_guides", path, profile="guangdong", publish=True)
    assert not GuidePage.objects.exists()


def test_a_byte_order_mark_is_no_part_of_the_list(row: dict[str, Any], a_list: Callable[..., Path]) -> None:
    path = a_list(row)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert isinstance(next(guangdong(path)), GuideRecord)


@pytest.mark.parametrize(
    "line",
    [
        '{"TASK_CODE": "X", "TASK_NA',
        "[1, 2]",
        "null",
        "not JSON",
        '{"a": NaN}',
        "[" * 100_000,
        '{"TASK_CODE": "X", "DEPT_NAME": "局", "TASK_NAME": {"zh": "x"}}',
        '{"TASK_CODE": "X", "DEPT_NAME": "局", "TASK_NAME": "x", "material_intro": [1, 2]}',
        '{"TASK_CODE": "X", "TASK_NAME": "no department"}',
        '{"TASK_CODE": "X", "DEPT_NAME": "局", "TASK_NAME": "坏\\ud800"}',
        '{"TASK_CODE": "X", "DEPT_NAME": "局", "TASK_NAME": "x", "unknown": "\\u0000"}',
        '{"TASK_CODE": "X", "DEPT_NAME": "局", "TASK_NAME": "x", "\\ud800": 1}',
    ],
)
def test_a_bad_line_is_reported_and_does_not_stop_the_others(
    import_hall: Hall, row: dict[str, Any], a_list: Callable[..., Path], line: str
) -> None:
    path = a_list(row, line, {**row, "TASK_CODE": "11440000006939756B2440101007001"})
    with pytest.raises(CommandError, match="1"):
        call_command("import_guides", path, profile="guangdong", publish=True)
    run = ImportRun.objects.get()
    assert (run.counts["create"], run.counts["refused"]) == (2, 1)
    assert "2" in run.report["refused"][0][0]


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"x" * 1_000_002)
    with pytest.raises(FileError):
        list(json_lines(path))


@given(content=st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_list_or_a_message(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.jsonl"
    path.write_bytes(content)
    with suppress(FileError):
        assert all(isinstance(record, GuideRecord | Refusal) for record in read(path, "guangdong"))


def test_the_limits_are_above_a_real_list() -> None:
    assert workbook_read.MOST_ROWS > 2262 * 20
