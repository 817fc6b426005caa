"""An XLSX workbook as sheets: cells with borders are tables, other text stands in lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from forms_library.detection.boxes import box_of
from forms_library.detection.geometry import Rect
from forms_library.detection.layout import Cell, Sheet, Span, Stroke, Table, TextLine
from forms_library.detection.text_lines import cell_text, is_chinese

from .flow import PITCH, Mark, lay_out

LEFT, TOP = 40.0, 40.0
CHARACTER = 5.6  # points of one unit of a column's width
DEFAULT_WIDTH, DEFAULT_HEIGHT = 8.43, 15.0
MOST_CELLS = 20_000
LETTERS = 10_000  # origins of one cell
CHINESE = 20


class TooLargeError(Exception):
    """A workbook with more cells than a form has."""


@dataclass(frozen=True)
class Region:
    """A cell, or cells that are merged into one: rows and columns from 0, and what stands there."""

    rows: Span
    columns: Span
    text: str
    bordered: bool

    @property
    def address(self) -> str:
        return f"{get_column_letter(self.columns.first + 1)}{self.rows.first + 1}"


def read_workbook(data: bytes) -> Iterator[tuple[str, Sheet, list[Region]]]:
    """Name, sheet and regions of each visible worksheet. Origins are ``index of the region * LETTERS + character``."""
    book = load_workbook(BytesIO(data), data_only=True)
    number = 0
    for worksheet in book.worksheets:
        if worksheet.sheet_state == "visible" and worksheet.max_row * worksheet.max_column:
            regions = list(_regions(worksheet))
            yield worksheet.title, _sheet(number, worksheet, regions), regions
            number += 1


def _regions(worksheet: Worksheet) -> Iterator[Region]:
    if worksheet.max_row * worksheet.max_column > MOST_CELLS:
        raise TooLargeError
    merged = {(r.min_row, r.min_col): r for r in worksheet.merged_cells.ranges}
    covered = {cell for r in worksheet.merged_cells.ranges for cell in r.cells if cell != (r.min_row, r.min_col)}
    for row in worksheet.iter_rows():
        for cell in row:
            place = (int(cell.row or 1), int(cell.column or 1))
            if place in covered:
                continue
            area = merged.get(place)
            last_row, last_column = (area.max_row, area.max_col) if area else place
            corner = worksheet.cell(last_row, last_column)
            text = "" if cell.value is None else str(cell.value)
            bordered = _has_border(cell) or _has_border(corner)
            yield Region(Span(place[0] - 1, last_row), Span(place[1] - 1, last_column), text, bordered)


def _has_border(cell: object) -> bool:
    border = getattr(cell, "border", None)
    sides = (border.left, border.right, border.top, border.bottom) if border else ()
    return sum(side is not None and side.style is not None for side in sides) >= 2


def _edges(worksheet: Worksheet) -> tuple[list[float], list[float]]:
    xs, ys = [LEFT], [TOP]
    for column in range(1, worksheet.max_column + 1):
        stated = worksheet.column_dimensions.get(get_column_letter(column))
        width = stated.width if stated is not None and stated.width else DEFAULT_WIDTH
        xs.append(xs[-1] + max(width, 1) * CHARACTER)
    for row in range(1, worksheet.max_row + 1):
        dimension = worksheet.row_dimensions.get(row) if hasattr(worksheet.row_dimensions, "get") else None
        height = dimension.height if dimension is not None and dimension.height else DEFAULT_HEIGHT
        ys.append(ys[-1] + max(float(height), 8.0))
    return xs, ys


def _sheet(number: int, worksheet: Worksheet, regions: list[Region]) -> Sheet:
    xs, ys = _edges(worksheet)
    cells: list[Cell] = []
    lines: list[TextLine] = []
    rules: list[Stroke] = []
    for index, region in enumerate(regions):
        rect = Rect(xs[region.columns.first], ys[region.rows.first], xs[region.columns.end], ys[region.rows.end])
        marks = [
            Mark(
                box_of(one, "", region.text[i + 1 :], chinese=True) or one,
                index * LETTERS + i,
                box=bool(box_of(one, "", region.text[i + 1 :], chinese=True)),
            )
            for i, one in enumerate(region.text[: LETTERS - 1])
        ]
        height = PITCH * (1 + region.text.count("\n"))
        flow = lay_out(marks, rect.x0 + 3, rect.top + max((rect.height - height) / 2, 1))
        rules += flow.rules
        if region.bordered:
            text = cell_text(flow.lines, rect.width)
            cells.append(Cell(rect, region.rows, region.columns, flow.lines, text, index * LETTERS))
        else:
            lines += flow.lines
    chinese = sum(is_chinese(one) for region in regions for one in region.text)
    tables = tuple(Table(tuple(part)) for part in _parts(cells))
    return Sheet(
        number,
        xs[-1] + 40,
        ys[-1] + 40,
        tables,
        tuple(lines),
        tuple(rules),
        chinese=chinese > CHINESE,
        margins=(LEFT, max(xs[-1], 200.0)),
    )


def _parts(cells: list[Cell]) -> list[list[Cell]]:
    """Cells that touch each other, together: rows without borders lie between two tables."""
    parts: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: (one.rows.first, one.columns.first)):
        if parts and cell.rows.first <= max(other.rows.end for other in parts[-1]):
            parts[-1].append(cell)
        else:
            parts.append([cell])
    return parts
