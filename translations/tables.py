"""Tables of texts as XLSX workbooks, written and read: every cell is a text, whatever it begins with."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .usable_text import UNUSABLE, FileError, UnfitError
from .workbook_safety import DAMAGED, check_workbook

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 100_000
LONGEST_TEXT = 32_767  # characters (UTF-16) that a cell can hold
BEGINNING = 20  # characters by which a text is known that is too long
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
BOLD = Font(bold=True)


class TextTooLongError(UnfitError):
    """A text that no spreadsheet can hold."""


def write_table(name: str, widths: Sequence[int], headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook with one sheet; widths in characters. Raises ``TextTooLongError``."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(name)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, text, bold=True) for text in headings])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cell(sheet: Any, text: str, bold: bool = False) -> Any:
    cell = text_cell(sheet, UNUSABLE.sub("", text), bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def text_cell(sheet: Any, text: str, bold: bool = False) -> Any:
    """A cell that is text whatever it begins with: never a formula, here or where the file is opened.

    Raises ``TextTooLongError``: a program that opens it would cut the text, or call the file damaged.
    """
    if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        raise TextTooLongError(
            _("The text “%(beginning)s…” has %(length)d characters; a cell of a spreadsheet holds at most %(most)d.")
            % {"beginning": text[:BEGINNING], "length": len(text), "most": LONGEST_TEXT}
        )
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
    if bold:
        cell.font = BOLD
    return cell


def read_table(content: bytes, name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a sheet below its headings that hold anything. Raises ``FileError``, also while they are read."""
    check_workbook(BytesIO(content))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl speaks of styles it does not know
            for row in _rows(content, name, columns):
                texts = ["" if value is None else str(value) for value in row]
                if any(texts):
                    yield texts + [""] * (columns - len(texts))
    except FileError:
        raise
    except DAMAGED as error:
        raise FileError(_("The workbook is damaged and cannot be read.")) from error


def _rows(content: bytes, name: str, columns: int) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(BytesIO(content), read_only=True)
    if name not in book.sheetnames:
        raise FileError(_("The workbook has no sheet “%(sheet)s”.") % {"sheet": name})
    return iter(book[name].iter_rows(min_row=2, max_row=MOST_ROWS, max_col=columns, values_only=True))
