"""Which cells of a table name columns, and which name rows."""

from collections.abc import Collection, Iterator
from functools import cached_property

from .labels import clean, compact, is_name
from .layout import Cell, Table
from .vocabulary import NUMBER

ALIGNED = 4.0  # points
MOSTLY = 0.85  # of the wider cell: columns that are one though they miss each other
TALLER = 1.6  # times as high as its neighbour: a cell that spans several rows
MOST_ROWS = 90
LEVELS = 3  # of headings above each other
WIDEST = 0.85  # of the table: what is wider is a title


class Headings:
    """What the rows and columns of one table are called.

    ``places`` are the cells that have something to fill in beside their text: they name nothing below them.
    """

    def __init__(self, table: Table, places: Collection[Cell] = ()) -> None:
        self.table = table
        self._places = {id(cell) for cell in places}
        self._known: dict[int, bool] = {}

    # --- columns --------------------------------------------------------------------------------------------------

    def column(self, cell: Cell) -> Cell | None:
        """The heading of the column that a cell belongs to."""
        for above in self._upwards(cell):
            if self.names(above) and self.in_heading_row(above):
                return above
            if not above.blank and self._asks(above):
                return None
        return None

    def path(self, heading: Cell) -> str:
        """``"基本信息 性别"``: a heading with the headings above it."""
        names = [clean(heading.text)]
        current = heading
        for _level in range(LEVELS):
            above = [cell for cell in self.table.above(current) if self._spans(cell, current)]
            if not above or len([cell for cell in self.table.below(above[0]) if not cell.blank]) < 2:
                break
            current = above[0]
            names.insert(0, clean(current.text))
        return " ".join(names)

    def in_heading_row(self, cell: Cell) -> bool:
        """Does the cell stand in a row of names alone? The first one, a corner, may be empty."""
        if id(cell) not in self._known:
            row = [other for other in self.table.row_of(cell) if _share_height(other, cell)]
            first = min(other.rect.x0 for other in row)
            others = [other for other in row if other.rect.x0 > first + 3]
            self._known[id(cell)] = len(row) >= 2 and not any(
                (other.blank and id(other) not in self.padding) or id(other) in self._places
                for other in [*others, cell]
            )
        return self._known[id(cell)]

    @cached_property
    def padding(self) -> set[int]:
        """Empty cells (their ``id``) that are part of a heading, and not to be filled in."""
        return self._beside_two_levels() | self._ends_of_headings()

    def _beside_two_levels(self) -> set[int]:
        """What fills up a heading beside one with two levels."""
        found = set()
        for parent in self.table.cells:
            kids = self.table.below(parent)
            if parent.blank or len(kids) < 2 or any(kid.blank or kid.rect.width > parent.rect.width for kid in kids):
                continue
            if not all(any(below.blank for below in self.table.below(kid)) for kid in kids):
                continue
            level = [cell for cell in self.table.row_of(parent) if cell.rows == parent.rows and not cell.blank]
            for other in level:
                found |= {id(cell) for cell in self.table.below(other) if cell.blank and cell.rows == kids[0].rows}
        return found

    def _ends_of_headings(self) -> set[int]:
        """The empty end of a row of names each of which has an empty cell of its own below."""
        found = set()
        for cell in self.table.cells:
            if not cell.blank or self.table.right_of(cell):
                continue
            row = [other for other in self.table.row_of(cell) if other is not cell]
            names = [other for other in row if other.rows == cell.rows and not other.blank]
            if 3 <= len(names) == len(row) and all(self._has_empty_below(other) for other in [*row, cell]):
                found.add(id(cell))
        return found

    def _has_empty_below(self, cell: Cell) -> bool:
        return any(below.blank for below in self.table.below(cell))

    # --- rows -----------------------------------------------------------------------------------------------------

    def row(self, cell: Cell) -> tuple[Cell | None, int]:
        """The nearest text on the left of a cell, and the number of empty cells in between."""
        between = 0
        current = cell
        for _step in range(MOST_ROWS):
            left = [other for other in self.table.left_of(current) if _share_height(other, cell)]
            if not left:
                break
            nearest = min(left, key=lambda other: abs(other.rect.top - cell.rect.top))
            if not nearest.blank:
                return nearest, between
            between += 1
            current = nearest
        return None, between

    def names_row_of(self, name: Cell, heading: Cell) -> bool:
        """Is ``name`` one of a column of names that stands below the same row of headings?"""
        if self.is_example(name):
            return False
        for above in self._upwards(name):
            if above.rect.shared_height(heading.rect) > 0.5 * min(heading.rect.height, above.rect.height):
                return True
            if above.blank:
                return False
        return False

    def is_example(self, cell: Cell) -> bool:
        """Is this text a value in a list, with something to fill in before it in the same row?"""
        name, between = self.row(cell)
        if not between:
            return False
        return name is None or bool(NUMBER.match(compact(name.text))) or name.rect.height > TALLER * cell.rect.height

    def is_place(self, cell: Cell) -> bool:
        """Has the cell something to fill in beside its text?"""
        return id(cell) in self._places

    def names(self, cell: Cell) -> bool:
        """Is this a name, and nothing to fill in?"""
        return not cell.blank and id(cell) not in self._places and is_name(cell.text)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _upwards(self, cell: Cell) -> Iterator[Cell]:
        """The cells above in the same column; at last a wider one that stands over several columns."""
        current = cell
        for _step in range(MOST_ROWS):
            above = [other for other in self.table.above(current) if _shares_column(other, current)]
            same = [other for other in above if _aligned(other, current)]
            if not same:
                yield from (other for other in above[:1] if self._over_columns(above, current))
                return
            current = same[0]
            yield current

    def _over_columns(self, above: list[Cell], cell: Cell) -> bool:
        """Do these cells head this column though they are wider, or narrower with an empty end?"""
        if len(above) > 1:
            rest = all(id(other) in self.padding for other in above[1:])
            return rest and not above[0].blank and abs(above[0].rect.x0 - cell.rect.x0) <= ALIGNED
        return len(above) == 1 and self._spans(above[0], cell)

    def _spans(self, parent: Cell, cell: Cell) -> bool:
        """Is ``parent`` a heading over this column and others?"""
        holds = parent.rect.x0 - ALIGNED <= cell.rect.x0 and cell.rect.x1 <= parent.rect.x1 + ALIGNED
        wider = cell.rect.width + ALIGNED < parent.rect.width <= WIDEST * self.table.rect.width
        short = len(compact(parent.text)) <= 24
        return holds and wider and short and self.names(parent) and self.in_heading_row(parent)

    def _asks(self, cell: Cell) -> bool:
        """Does an empty cell on the right belong to this text? Then a new part of the table has begun."""
        if NUMBER.match(compact(cell.text)) or self.is_example(cell):
            return False
        return any(other.blank for other in self.table.right_of(cell))


def _aligned(one: Cell, other: Cell) -> bool:
    """The columns of Word's tables miss each other by some points from row to row."""
    if abs(one.rect.x0 - other.rect.x0) <= ALIGNED and abs(one.rect.x1 - other.rect.x1) <= ALIGNED:
        return True
    return one.rect.shared_width(other.rect) >= MOSTLY * max(one.rect.width, other.rect.width)


def _shares_column(above: Cell, cell: Cell) -> bool:
    """More than by the few points by which columns miss each other?"""
    return above.rect.shared_width(cell.rect) > 0.15 * min(above.rect.width, cell.rect.width)


def _share_height(one: Cell, other: Cell) -> bool:
    return one.rect.shared_height(other.rect) > 0.6 * min(one.rect.height, other.rect.height)
