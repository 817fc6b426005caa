"""Everything that is to be filled in on one sheet."""

from collections.abc import Iterator
from dataclasses import replace

from .borderless import borderless_places
from .combs import combs_alone, combs_in
from .drafts import Draft, Shape
from .empty_cells import empty_cells
from .free_lines import bare_rules, drawn_boxes, free_places
from .geometry import Rect
from .headings import Headings
from .layout import Sheet, Table
from .written_cells import asks, is_place, places_in, whole_cells

SAME_ROW = 5.0  # points by which the tops of a row may differ
SAME = 0.6  # of the smaller place


def places(sheet: Sheet) -> list[Draft]:
    """All places of a sheet, each once, from top to bottom."""
    found = [draft for table in sheet.tables for draft in table_places(sheet, table)]
    columns, ruled = borderless_places(sheet)
    found += columns
    sheet = replace(sheet, rules=tuple(rule for rule in sheet.rules if rule not in ruled))
    found += free_places(sheet)
    found += combs_alone(sheet)
    found += bare_rules(sheet, found)
    found += drawn_boxes(sheet, found)
    return in_reading_order(once(found))


def in_reading_order(drafts: list[Draft]) -> list[Draft]:
    """Row by row from the top, each row from the left, the places of one cell line by line."""

    def anchor(draft: Draft) -> Rect:
        return draft.cell.rect if draft.cell else draft.rect

    rows: list[list[Draft]] = []
    for draft in sorted(drafts, key=lambda one: anchor(one).top):
        if rows and anchor(draft).top - anchor(rows[-1][0]).top < SAME_ROW:
            rows[-1].append(draft)
        else:
            rows.append([draft])
    for row in rows:
        row.sort(key=lambda one: (anchor(one).x0, one.line.rect.top if one.line else one.rect.top, one.rect.x0))
    return [draft for row in rows for draft in row]


def table_places(sheet: Sheet, table: Table) -> Iterator[Draft]:
    """What is to be filled in in the cells of a table."""
    asking = [cell for cell in table.cells if asks(table, cell)]
    first = Headings(table, asking)
    on_lines = {id(cell): places_in(sheet, first, cell) for cell in table.cells if not cell.blank}
    headings = Headings(table, [*asking, *(cell for cell in table.cells if is_place(on_lines.get(id(cell), [])))])
    for cell in table.cells:
        yield from on_lines.get(id(cell), ())
    yield from whole_cells(headings, on_lines)
    combs = list(combs_in(headings))
    yield from combs
    taken = {id(cell) for cell in table.cells if any(comb.rect.has_middle_of(cell.rect) for comb in combs)}
    yield from empty_cells(headings, taken)


def once(drafts: list[Draft]) -> list[Draft]:
    """Without places that two rules found; a whole cell stays, or else the surer one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.shape is not Shape.CELL, -one.confidence)):
        rect = draft.rect
        if rect.width < 3 or rect.height < 3:
            continue
        if not any(_overlaps(rect, other.rect) and _same_kind(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _overlaps(one: Rect, other: Rect) -> bool:
    if one.top >= other.bottom or other.top >= one.bottom:
        return False
    return one.shared_area(other) > SAME * min(one.area, other.area)


def _same_kind(one: Draft, other: Draft) -> bool:
    if one.cell is not None and other.cell is not None and one.cell is not other.cell:
        return False  # a line of a document may be longer than its cell
    if other.shape is Shape.CELL and other.cell is not None and other.cell.blank:
        return True  # lines in an empty cell only help to write straight
    if {one.shape, other.shape} == {Shape.LINE, Shape.CELL} and one.cell is other.cell and one.cell is not None:
        return one.label == other.label
    return one.shape is other.shape or {one.shape, other.shape} == {Shape.LINE, Shape.COMB}
