"""Tables that go on on the next page."""

from dataclasses import dataclass

from .drafts import Draft, Shape
from .labels import clean
from .layout import Cell, Sheet, Table

ALIGNED = 4.0  # points
FIRST_PART, LAST_PART = 0.35, 0.6  # of a page: where a table goes on, and where one is cut
DOUBTFUL = 0.76  # labels less sure than this may be replaced by those of the page before


@dataclass(frozen=True)
class Column:
    """What stood at the end of a page: a name, perhaps over several rows, or a place with its heading and draft."""

    x0: float
    x1: float
    label: str
    heading: str = ""
    draft: Draft | None = None
    spans: bool = False


@dataclass(frozen=True)
class Cut:
    """The last row of a table at the end of a page. ``list_row`` says that the next row is one of the same list."""

    columns: tuple[Column, ...]
    headings: bool
    list_row: bool


def cut_of(sheet: Sheet, drafts: list[Draft]) -> Cut | None:
    """The last row of the last table, if the table may go on."""
    if not sheet.tables:
        return None
    table = max(sheet.tables, key=lambda one: one.rect.bottom)
    below = [line for line in sheet.lines if line.rect.top > table.rect.bottom and len(line.glyphs) > 6]
    if below or table.rect.bottom < LAST_PART * sheet.height:
        return None
    by_cell = {id(draft.cell): draft for draft in drafts if draft.shape is Shape.CELL and draft.cell}
    last = [cell for cell in table.cells if abs(cell.rect.bottom - table.rect.bottom) < ALIGNED]
    columns = tuple(_column(cell, by_cell.get(id(cell))) for cell in last)
    places = [column for column in columns if column.draft]
    written = {id(draft.cell) for draft in drafts}
    return Cut(
        columns,
        headings=len(columns) >= 2 and not any(cell.blank or id(cell) in written for cell in last),
        list_row=len(places) >= 2 and all(column.heading for column in places),
    )


def _column(cell: Cell, draft: Draft | None) -> Column:
    if draft is None:
        return Column(
            cell.rect.x0, cell.rect.x1, clean(cell.text), clean(cell.text), None, cell.rows.end - cell.rows.first > 1
        )
    return Column(cell.rect.x0, cell.rect.x1, draft.label, draft.column, draft)


def go_on(cut: Cut | None, sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Give the places of a table that goes on the names of the page before.

    Pieces of cells that were cut in two are no places of their own; the first piece knows them as ``more``.
    """
    if cut is None or not sheet.tables:
        return drafts
    table = min(sheet.tables, key=lambda one: one.rect.top)
    above = [line for line in sheet.lines if line.rect.bottom < table.rect.top and len(line.glyphs) > 6]
    if above or table.rect.top > FIRST_PART * sheet.height:
        return drafts
    if not cut.headings and not cut.list_row:
        return _without_pieces(cut, sheet, table, drafts)
    for draft in drafts:
        if draft.cell is not None and draft.cell in table.cells and draft.shape is Shape.CELL:
            _name(cut, table, draft)
    return drafts


def _name(cut: Cut, table: Table, draft: Draft) -> None:
    column = next((one for one in cut.columns if _same_column(one, draft)), None)
    if column is None or not column.heading or draft.cell is None or _is_named_here(table, draft.cell):
        return
    names_rows = bool(column.draft) and column.label != column.heading
    if draft.confidence < DOUBTFUL and not (names_rows and draft.label):
        draft.label, draft.column, draft.confidence = column.heading, column.heading, 0.8
    elif names_rows and draft.label and not draft.column:
        draft.label, draft.column, draft.confidence = f"{draft.label} {column.heading}", column.heading, 0.8


def _same_column(column: Column, draft: Draft) -> bool:
    return abs(column.x0 - draft.rect.x0) < ALIGNED and abs(column.x1 - draft.rect.x1) < ALIGNED


def _is_named_here(table: Table, cell: Cell) -> bool:
    """Does a text of this page stand above in the same column?"""
    return any(
        not other.blank and other.rect.bottom <= cell.rect.top + 3 and abs(other.rect.x0 - cell.rect.x0) < ALIGNED
        for other in table.cells
    )


def _same_row(cut: Cut, cells: list[Cell]) -> bool:
    """Do the cells begin where those of the row before the cut did?"""
    edges = sorted(column.x0 for column in cut.columns)
    here = sorted(cell.rect.x0 for cell in cells)
    return len(edges) == len(here) and all(abs(one - other) < ALIGNED for one, other in zip(edges, here, strict=True))


def _without_pieces(cut: Cut, sheet: Sheet, table: Table, drafts: list[Draft]) -> list[Draft]:
    """The first row is the rest of a row of names and places where it is empty below the names."""
    first = [cell for cell in table.cells if cell.rows.first == 0]
    names = [column for column in cut.columns if column.draft is None and column.label]
    if not names or not _same_row(cut, first):
        return drafts
    rest = all(cell.blank for cell in first)
    under = [
        cell for cell in first for name in names if cell.blank and name.spans and abs(cell.rect.x0 - name.x0) < ALIGNED
    ]
    pieces = {id(cell) for cell in (first if rest else under)}
    kept = []
    for draft in drafts:
        if draft.cell is None or id(draft.cell) not in pieces:
            kept.append(draft)
            continue
        whole = next((c.draft for c in cut.columns if c.draft and _same_column(c, draft)), None)
        if whole is not None:
            whole.more = (*whole.more, (sheet.number, draft.rect))
        elif not any(_same_column(name, draft) for name in names):
            kept.append(draft)
    return kept
