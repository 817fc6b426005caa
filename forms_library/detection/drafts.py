"""What one rule found, before it is known what kind of field it is."""

from dataclasses import dataclass
from enum import StrEnum

from .geometry import Rect
from .layout import Cell, TextLine


class Shape(StrEnum):
    """How a place is to be filled in, by the way it is printed."""

    CELL = "cell"
    LINE = "line"
    DATE = "date"
    BOX = "box"
    COMB = "comb"


@dataclass(eq=False)
class Draft:
    """A place that was found.

    ``printed`` is the beginning of the value where that stands there already: "20" of a year.
    ``parts`` are the boxes of a comb, or the gaps of a date, from the left. ``room`` is what may be written on, where
    that is less than ``rect``. ``cell`` or ``line`` is where it stands, ``span`` between which glyphs of the line;
    ``cells`` are the cells of a comb. ``column`` is the heading of a table's column.
    ``office`` says that it lies in the office's part, ``zone`` that it surely is a zone. ``more`` are the pieces of the
    same place on further pages.
    """

    rect: Rect
    shape: Shape
    label: str
    confidence: float
    group: str = ""
    unit: str = ""
    hint: str = ""
    ticked: bool = False
    printed: str = ""
    parts: tuple[Rect, ...] = ()
    room: Rect | None = None
    cell: Cell | None = None
    cells: tuple[Cell, ...] = ()
    line: TextLine | None = None
    span: tuple[int, int] = (0, 0)
    column: str = ""
    row: int = 0
    office: bool = False
    zone: str = ""
    more: tuple[tuple[int, Rect], ...] = ()
