"""What stands on one page, whatever format it came from: glyphs, lines of text, strokes, cells and tables.

A PDF is read into a ``Page`` and assembled into a ``Sheet``; DOCX and XLSX make a ``Sheet`` of their own structure.
Everything that looks for fields knows sheets alone.
"""

from dataclasses import dataclass, field
from functools import cached_property
from statistics import median_low

from .geometry import Rect, around


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character. ``box`` says that it prints as a box to tick, whatever its code is.

    ``turn`` is 0 for upright text, 1 for text that runs upwards and -1 for text that runs downwards. ``spaces`` counts
    the blanks before it in the file. ``origin`` is its index in the source it came from, where that has one.
    """

    text: str
    rect: Rect
    size: float
    box: bool = False
    turn: int = 0
    spaces: int = 0
    origin: int = -1


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line, horizontal or vertical, at ``at`` from the top or the left, from ``start`` to ``end``."""

    horizontal: bool
    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(frozen=True)
class Page:
    """What a reader of PDF files saw on one page. ``number`` counts from 0; ``pictures`` is the share they cover."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    squares: tuple[Rect, ...] = ()
    pictures: float = 0.0


@dataclass(frozen=True, eq=False)
class TextLine:
    """Glyphs of one line, from left to right. One character each, so that indices in ``text`` are those of glyphs."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def rect(self) -> Rect:
        return around(glyph.rect for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        return median_low(glyph.size for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def gap_before(self, index: int) -> float:
        """The white between a glyph and the one before it."""
        return self.glyphs[index].rect.x0 - self.glyphs[index - 1].rect.x1


@dataclass(frozen=True, slots=True)
class Span:
    """Rows or columns of a table from ``first`` to before ``end``."""

    first: int
    end: int

    def shares(self, other: "Span") -> int:
        """How many both have."""
        return max(0, min(self.end, other.end) - max(self.first, other.first))


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell of a table with what is printed in it. ``origin`` is its index in the source, where that has one."""

    rect: Rect
    rows: Span
    columns: Span
    lines: tuple[TextLine, ...] = ()
    text: str = ""
    origin: int = -1

    @property
    def blank(self) -> bool:
        return not self.text

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        return tuple(glyph for line in self.lines for glyph in line.glyphs)


@dataclass(frozen=True, eq=False)
class Table:
    """Cells on a grid. ``owners[row][column]`` is the cell there, if any."""

    cells: tuple[Cell, ...]

    @cached_property
    def rect(self) -> Rect:
        return around(cell.rect for cell in self.cells)

    @cached_property
    def owners(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.rows.first, cell.rows.end)
            for column in range(cell.columns.first, cell.columns.end)
        }

    def left_of(self, cell: Cell) -> list[Cell]:
        """The neighbours on the left, from the top."""
        return self._beside(cell, cell.columns.first - 1)

    def right_of(self, cell: Cell) -> list[Cell]:
        return self._beside(cell, cell.columns.end)

    def above(self, cell: Cell) -> list[Cell]:
        """The neighbours above, from the left."""
        return self._over(cell, cell.rows.first - 1)

    def below(self, cell: Cell) -> list[Cell]:
        return self._over(cell, cell.rows.end)

    def row_of(self, cell: Cell) -> list[Cell]:
        """All cells that share rows with this one, from the left."""
        found = {
            id(other): other for row in range(cell.rows.first, cell.rows.end) for other in self._by_row.get(row, ())
        }
        return sorted(found.values(), key=lambda other: (other.columns.first, other.rows.first))

    @cached_property
    def _by_row(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            for row in range(cell.rows.first, cell.rows.end):
                rows.setdefault(row, []).append(cell)
        return rows

    def _beside(self, cell: Cell, column: int) -> list[Cell]:
        found = [self.owners.get((row, column)) for row in range(cell.rows.first, cell.rows.end)]
        return list(dict.fromkeys(other for other in found if other))

    def _over(self, cell: Cell, row: int) -> list[Cell]:
        found = [self.owners.get((row, column)) for column in range(cell.columns.first, cell.columns.end)]
        return list(dict.fromkeys(other for other in found if other))


@dataclass(frozen=True)
class Sheet:
    """One page (or one part of a document without pages), taken apart.

    ``lines`` are those outside tables; ``rules`` are drawn lines on which something is written; ``squares`` are drawn
    boxes to tick; ``chinese`` says what language its habits are of.
    """

    number: int
    width: float
    height: float
    tables: tuple[Table, ...] = ()
    lines: tuple[TextLine, ...] = ()
    rules: tuple[Stroke, ...] = ()
    squares: tuple[Rect, ...] = ()
    combs: tuple[tuple[Rect, ...], ...] = ()
    chinese: bool = True
    margins: tuple[float, float] = field(default=(0.0, 0.0))
