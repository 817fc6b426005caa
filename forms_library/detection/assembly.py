"""A page taken apart: which strokes make tables, which are to be written on, what stands in which cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from . import grid
from .geometry import Rect, around
from .layout import Cell, Glyph, Page, Sheet, Stroke, Table, TextLine
from .strokes import connected, joined
from .text_lines import cell_text, is_chinese, lines_of, turned_text

SHORTEST_RULE = 8.0  # points
BORDER = 3.0  # points by which a stroke may miss the border it is
FRAME = (0.9, 0.8)  # share of the width and height of a page: a border around everything
CELLS = 2_500  # of a page
CHINESE = 20  # characters that make a page a Chinese one
BUCKET = 20.0  # points


def sheet_of(page: Page) -> Sheet:
    """Raises ``TooComplexError``."""
    grids = [grid.cells(group) for group in connected(joined(page.strokes))]
    if sum(len(cells) for cells in grids) > CELLS:
        raise grid.TooComplexError
    tables, squares, combs = _sorted_out(page, grids)
    inside, outside = _placed(page.glyphs, [cell for table in tables for cell in table])
    filled = [Table(tuple(_with_text(cell, inside[id(cell)]) for cell in table)) for table in tables]
    return Sheet(
        number=page.number,
        width=page.width,
        height=page.height,
        tables=tuple(filled),
        lines=lines_of(glyph for glyph in outside if not glyph.turn),
        rules=tuple(_rules(page.strokes, [cell.rect for table in filled for cell in table.cells], combs)),
        squares=(*page.squares, *squares),
        combs=tuple(combs),
        chinese=sum(is_chinese(glyph.text) for glyph in page.glyphs) > CHINESE,
        margins=_margins(page, tables),
    )


def _sorted_out(page: Page, grids: list[list[Cell]]) -> tuple[list[list[Cell]], list[Rect], list[tuple[Rect, ...]]]:
    """Tables; boxes to tick, which are a grid of one small cell; rows of boxes for digits that stand alone."""
    tables, squares, combs = [], [], []
    for cells in grids:
        if len(cells) == 1 and max(cells[0].rect.width, cells[0].rect.height) <= 16:
            squares.append(cells[0].rect)
        elif _is_comb(cells) and not _holds_text(cells, page.glyphs):
            combs.append(tuple(cell.rect for cell in cells))
        elif cells:
            tables.append(cells)
    return _without_frames(page, tables), squares, combs


def _is_comb(cells: list[Cell]) -> bool:
    widths = [cell.rect.width for cell in cells]
    one_row = len({cell.rows for cell in cells}) == 1
    return len(cells) >= 4 and one_row and max(widths) <= 26 and max(widths) - min(widths) < 4


def _holds_text(cells: list[Cell], glyphs: Iterable[Glyph]) -> bool:
    return any(cell.rect.has_middle_of(glyph.rect) for glyph in glyphs for cell in cells)


def _without_frames(page: Page, tables: list[list[Cell]]) -> list[list[Cell]]:
    """Without borders around the page, and without cells that hold a whole table."""
    wholes = [around(cell.rect for cell in cells) for cells in tables]

    def is_frame(rect: Rect, table: int) -> bool:
        if rect.width > FRAME[0] * page.width and rect.height > FRAME[1] * page.height:
            return True
        return any(rect.contains(whole) for index, whole in enumerate(wholes) if index != table)

    kept = [[cell for cell in cells if not is_frame(cell.rect, index)] for index, cells in enumerate(tables)]
    return [cells for cells in kept if cells]


def _placed(glyphs: Iterable[Glyph], cells: Sequence[Cell]) -> tuple[dict[int, list[Glyph]], list[Glyph]]:
    """The glyphs of each cell, by the ``id`` of the cell, and those in none."""
    near: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        for bucket in range(int(cell.rect.top // BUCKET), int(cell.rect.bottom // BUCKET) + 1):
            near[bucket].append(cell)
    inside: dict[int, list[Glyph]] = defaultdict(list)
    outside = []
    for glyph in glyphs:
        holders = [cell for cell in near[int(glyph.rect.middle // BUCKET)] if cell.rect.has_middle_of(glyph.rect)]
        if holders:
            inside[id(min(holders, key=lambda cell: cell.rect.area))].append(glyph)
        else:
            outside.append(glyph)
    return inside, outside


def _with_text(cell: Cell, glyphs: list[Glyph]) -> Cell:
    lines = lines_of(glyph for glyph in glyphs if not glyph.turn)
    turned = [glyph for glyph in glyphs if glyph.turn]
    text = cell_text(lines, cell.rect.width) or turned_text(turned)
    return replace(cell, lines=lines or ((TextLine(tuple(turned)),) if turned else ()), text=text)


def _rules(strokes: Iterable[Stroke], cells: list[Rect], combs: list[tuple[Rect, ...]]) -> Iterable[Stroke]:
    """Horizontal strokes that are no border of a cell: something is to be written on them."""
    borders = [*cells, *(rect for comb in combs for rect in comb)]
    for rule in joined(s for s in strokes if s.horizontal and not _is_border(s, borders)):
        if rule.horizontal and rule.length >= SHORTEST_RULE:
            yield rule


def _is_border(stroke: Stroke, cells: list[Rect]) -> bool:
    middle = (stroke.start + stroke.end) / 2
    return any(
        cell.x0 - BORDER <= middle <= cell.x1 + BORDER
        and min(abs(stroke.at - cell.top), abs(stroke.at - cell.bottom)) < BORDER
        for cell in cells
    )


def _margins(page: Page, tables: list[list[Cell]]) -> tuple[float, float]:
    """Where text and tables begin on the left and end on the right."""
    lefts = [glyph.rect.x0 for glyph in page.glyphs] + [cell.rect.x0 for cells in tables for cell in cells]
    rights = [glyph.rect.x1 for glyph in page.glyphs] + [cell.rect.x1 for cells in tables for cell in cells]
    left = min(lefts, default=50.0)
    right = max(max(rights, default=page.width - 50.0), page.width - min(left, 0.15 * page.width) - 10)
    return left, min(right, page.width - 20)
