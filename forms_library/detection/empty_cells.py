"""Empty cells of a table, and what they are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .drafts import Draft, Shape
from .headings import TALLER, Headings
from .labels import LONGEST, clean, compact, is_name
from .layout import Cell
from .vocabulary import NUMBER, TOTAL

SMALLEST = (9.0, 8.0)
LOW, ACROSS = 34.0, 0.9  # points, and share of the table: a nameless row as low and as wide as this is only white
# Headings that say no more than that something is to be written there.
EMPTY_HEADING = re.compile(r"^(?:填[写报]?|申报|具体|详细)?(?:内容|信息|情况|栏)$|^填写$|^details?$", re.IGNORECASE)
CERTAIN, LIKELY, DOUBTFUL, UNNAMED = 0.9, 0.75, 0.6, 0.4


@dataclass(frozen=True)
class Naming:
    """What an empty cell is called, its column's heading, and how sure that is."""

    label: str
    confidence: float
    column: str = ""


def empty_cells(headings: Headings, taken: set[int]) -> Iterator[Draft]:
    """A draft for each empty cell to fill in. ``taken`` has the ``id`` of cells that are something else."""
    for cell in headings.table.cells:
        small = cell.rect.width < SMALLEST[0] or cell.rect.height < SMALLEST[1]
        if not cell.blank or small or id(cell) in taken or id(cell) in headings.padding:
            continue
        found = naming(headings, cell)
        if found:
            yield Draft(
                cell.rect,
                Shape.CELL,
                found.label,
                found.confidence,
                cell=cell,
                column=found.column,
                row=cell.rows.first,
            )


def naming(headings: Headings, cell: Cell) -> Naming | None:
    """What a cell is called; nothing for the empty corner of a table and for what fills up a row of headings."""
    left, between = headings.row(cell)
    heading = headings.column(cell)
    one_of_many = bool(between) or _continues(headings, cell)
    if _is_corner(headings, cell):
        return None
    found = _by_heading(headings, cell, left, heading, one_of_many) or _by_row(cell, left, between, one_of_many)
    return found or _by_text_above(headings, cell)


def _by_heading(
    headings: Headings, cell: Cell, left: Cell | None, heading: Cell | None, one_of_many: bool
) -> Naming | None:
    if heading is None:
        return None
    column = headings.path(heading)
    name = clean(left.text) if left and _can_name(left) else ""
    if not name or left is None or _spans_rows(left, cell):
        return Naming(column, CERTAIN, column)
    if heading.rect.shared_width(left.rect) > 0.5 * left.rect.width:
        return None  # the title of a part with names and places of its own
    if TOTAL.match(name) or headings.names_row_of(left, heading):
        return Naming(name if EMPTY_HEADING.match(column) else f"{name} {column}", CERTAIN, column)
    if not one_of_many and not headings.is_example(left):
        return None  # a name with its own place, below a list
    return Naming(column, CERTAIN, column)


def _by_row(cell: Cell, left: Cell | None, between: int, one_of_many: bool) -> Naming | None:
    if left is None or not _can_name(left):
        return None
    label = clean(left.text)
    if not label:
        return None
    if not one_of_many:
        return Naming(label, LIKELY if _spans_rows(left, cell) else CERTAIN)
    return Naming(label, CERTAIN if not between and not _spans_rows(left, cell) else DOUBTFUL)


def _by_text_above(headings: Headings, cell: Cell) -> Naming | None:
    above = [other for other in headings.table.above(cell) if headings.names(other)]
    first = above[0] if above and abs(above[0].rect.x0 - cell.rect.x0) < 4 else None
    if _is_low_and_across(headings, cell) and (first is None or not _is_across(headings, first)):
        return None  # a row that keeps two parts apart
    return Naming(clean(first.text), DOUBTFUL) if first else Naming("", UNNAMED)


def _is_low_and_across(headings: Headings, cell: Cell) -> bool:
    return cell.rect.height < LOW and _is_across(headings, cell) and len(headings.table.cells) > 1


def _is_across(headings: Headings, cell: Cell) -> bool:
    return cell.rect.width > ACROSS * headings.table.rect.width


def _can_name(cell: Cell) -> bool:
    return is_name(cell.text, LONGEST) and not NUMBER.match(compact(cell.text))


def _spans_rows(left: Cell, cell: Cell) -> bool:
    return left.rect.height > TALLER * cell.rect.height


def _continues(headings: Headings, cell: Cell) -> bool:
    """Is there another empty cell of the same height on the right?"""
    return any(
        other.blank and abs(other.rect.top - cell.rect.top) < 3 and abs(other.rect.height - cell.rect.height) < 3
        for other in headings.table.right_of(cell)
    )


def _is_corner(headings: Headings, cell: Cell) -> bool:
    """The empty cell in the top left corner of a table with names of rows and columns."""
    row = [other for other in headings.table.row_of(cell) if other is not cell]
    first = not headings.table.left_of(cell) and not headings.table.above(cell)
    return first and len(row) >= 2 and all(headings.names(other) for other in row)
