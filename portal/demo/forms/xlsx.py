"""A described form as an XLSX: one sheet, with the columns of its tables, which are the same in all of them."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from .model import Blank, Cell, Description, Drawn, Line, Look, Paragraph, Place, Table, Title
from .office import in_one_cell, spans

SHEET = "表"
WIDTH = 96.0  # characters of all columns together
FACE = "宋体"
TITLE, SECOND, SIZE, NOTE = 18, 12, 11, 9
LEADING = 1.4
PER_CHARACTER = 2.0  # units of width of a Chinese character
MADE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)  # the same form says the same on every day
THIN = Side(style="thin")
RULED = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
SHADED = PatternFill("solid", fgColor="EDEDED")


def draw(form: Description) -> Drawn:
    """The workbook, with its places as ``cell:SHEET!B3`` and ``text:SHEET!B3:A:B``."""
    widths = next(block.widths for block in form.blocks if isinstance(block, Table))
    writer = _Writer(widths)
    for block in form.blocks:
        writer.block(block)
    buffer = BytesIO()
    writer.book.properties.created = writer.book.properties.modified = MADE
    writer.book.save(buffer)
    return Drawn(buffer.getvalue(), tuple(writer.places))


class _Writer:
    """Writes blocks row by row."""

    def __init__(self, widths: Sequence[float]) -> None:
        self.book = Workbook()
        sheet = self.book.active
        if not isinstance(sheet, Worksheet):  # never in a new workbook
            raise TypeError
        self.sheet = sheet
        self.sheet.title = SHEET
        self.widths = [width * WIDTH / sum(widths) for width in widths]
        self.row = 1
        self.places: list[Place] = []
        self._set_up_page()

    def _set_up_page(self) -> None:
        for number, width in enumerate(self.widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = self.sheet.PAPERSIZE_A4
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.sheet.sheet_view.showGridLines = False

    def block(self, block: object) -> None:
        if isinstance(block, Title):
            for words in block.lines:
                size = SECOND if words.small else TITLE
                self._across((words,), Alignment("center", "center"), size, bold=not words.small)
        elif isinstance(block, Paragraph):
            align = Alignment("right" if block.place == "right" else "left", "center", wrap_text=True)
            self._across(block.line, align, NOTE if block.place == "note" else SIZE)
        elif isinstance(block, Table):
            self._table(block)

    def _across(self, line: Line, alignment: Alignment, size: int, bold: bool = False) -> None:
        """A row of one cell."""
        self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=len(self.widths))
        cell = self.sheet.cell(self.row, 1, self._text([line], f"A{self.row}"))
        cell.alignment, cell.font = alignment, Font(FACE, size, bold=bold)
        needed = len(str(cell.value)) * PER_CHARACTER * (size / SIZE) / sum(self.widths)
        self.sheet.row_dimensions[self.row].height = (int(needed) + 1) * size * LEADING + 4
        self.row += 1

    def _text(self, lines: Sequence[Line], address: str) -> str:
        """The text of a cell; its blanks are noted."""
        text = ""
        for number, line in enumerate(lines):
            start = len(text) + (1 if number else 0)
            written, blanks = spans(line)
            text += ("\n" if number else "") + written
            self.places += [self._place(blank, address, start + a, start + b) for blank, a, b in blanks]
        return text

    def _place(self, blank: Blank, address: str, start: int, end: int) -> Place:
        return Place(blank, source=f"text:{SHEET}!{address}:{start}:{end}")

    # --- tables ---------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        if len(table.widths) != len(self.widths):
            raise ValueError("the tables of a workbook have the same columns")
        for one in table.placed():
            self._cell(one.cell, self.row + one.row, one.column + 1)
        for row in table.rows:
            self.sheet.row_dimensions[self.row].height = row.height
            self.row += 1

    def _cell(self, cell: Cell, row: int, column: int) -> None:
        last_row, last_column = row + cell.down - 1, column + cell.across - 1
        for one in self.sheet.iter_rows(row, last_row, column, last_column):
            for ruled in one:
                ruled.border = RULED
        if (last_row, last_column) != (row, column):
            self.sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)
        address = f"{get_column_letter(column)}{row}"
        if cell.blank:
            self.places.append(Place(in_one_cell(cell.blank), source=f"cell:{SHEET}!{address}"))
        written = self.sheet.cell(row, column)
        written.value = self._text(cell.lines, address) or None
        written.font = Font(FACE, SIZE, bold=cell.look is Look.SECTION)
        written.alignment = _alignment(cell)
        if cell.look is Look.SECTION:
            written.fill = SHADED


def _alignment(cell: Cell) -> Alignment:
    across = {Look.LEFT: "left", Look.SECTION: "left", Look.STAMP: "right"}.get(cell.look, "center")
    down = "bottom" if cell.look is Look.STAMP else "center"
    return Alignment(across, down, wrap_text=True, text_rotation=255 if cell.look is Look.VERTICAL else 0)
