"""The same texts as an XLSX workbook, for those without a translator's program."""

import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from translations.usable_text import UNUSABLE, FileError
from translations.workbook_safety import DAMAGED, check_workbook

from .segments import Segment, key_in

ENDING = ".xlsx"
WIDTHS = {"A": 8, "B": 20, "C": 30, "D": 24, "E": 60, "F": 60, "G": 14, "H": 12}
COLUMNS = len(WIDTHS)
MOST_ROWS = 100_000
LONGEST_TEXT = 32_767  # characters that a cell can hold


def write(segments: Iterable[Segment], language: str) -> bytes:
    """A workbook: one row a text. Texts are texts, whatever they begin with."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(language)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, text, bold=True) for text in _headings()])
    for one in segments:
        texts = (one.page, one.address, one.title, one.label, one.source, one.target, one.state.label, one.seen)
        sheet.append([_cell(sheet, str(text)) for text in texts])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _headings() -> list[str]:
    return [
        _("Number of the page"),
        _("Place"),
        _("Page"),
        _("Text"),
        _("Chinese"),
        _("Translation"),
        _("State"),
        _("Mark (leave as it is)"),
    ]


def _cell(sheet: Any, text: str, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=UNUSABLE.sub("", text)[:LONGEST_TEXT])
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    if bold:
        cell.font = Font(bold=True)
    return cell


def read(content: bytes, language: str) -> Iterator[Segment]:
    """The texts of a workbook. Raises ``FileError``, also while they are read."""
    check_workbook(BytesIO(content))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl speaks of styles it does not know
            yield from (_segment(row) for row in _rows(content, language) if any(row))
    except FileError:
        raise
    except DAMAGED as error:
        raise FileError(_("The workbook is damaged and cannot be read.")) from error


def _rows(content: bytes, language: str) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(BytesIO(content), read_only=True)
    if language not in book.sheetnames:
        raise FileError(_("The workbook has no sheet “%(sheet)s”.") % {"sheet": language})
    return iter(book[language].iter_rows(min_row=2, max_row=MOST_ROWS, max_col=COLUMNS, values_only=True))


def _segment(row: tuple[Any, ...]) -> Segment:
    texts = ["" if value is None else str(value) for value in (*row, *([None] * COLUMNS))[:COLUMNS]]
    page, address, title, label, source, target, _state, seen = texts
    try:
        return Segment(key_in(page.removesuffix(".0")), address, source, target, seen, title, label)
    except ValueError as error:
        raise FileError(str(error)) from error
