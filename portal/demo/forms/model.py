"""What a form consists of before it is drawn."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from forms_library.detection.geometry import Rect


class What(StrEnum):
    """How a place looks. The last three are zones: nobody fills them in online."""

    CELL = "cell"
    LINE = "line"
    DATE = "date"
    BOX = "box"
    DIGITS = "digits"
    SIGNATURE = "signature"
    OFFICE = "office"
    PHOTO = "photo"

    @property
    def is_zone(self) -> bool:
        return self in (What.SIGNATURE, What.OFFICE, What.PHOTO)


@dataclass(frozen=True)
class Blank:
    """A place to fill in, or a zone. ``width`` is points (a line); ``printed`` is what stands behind a box."""

    what: What
    label: str
    required: bool = False
    width: float = 0
    count: int = 0
    printed: str = ""


@dataclass(frozen=True)
class Words:
    """Printed words; ``small`` for the second language below the first."""

    text: str
    small: bool = False


Part = Words | Blank
Line = tuple[Part, ...]


class Look(StrEnum):
    """How the words of a cell stand in it."""

    CENTRE = "centre"
    LEFT = "left"
    VERTICAL = "vertical"
    SECTION = "section"  # a heading across the table, shaded
    STAMP = "stamp"  # at the bottom right: "（盖章）"


@dataclass(frozen=True)
class Cell:
    """A cell that reaches over ``across`` columns and ``down`` rows. ``blank`` is the cell as a whole."""

    lines: tuple[Line, ...] = ()
    look: Look = Look.CENTRE
    across: int = 1
    down: int = 1
    blank: Blank | None = None


@dataclass(frozen=True)
class Row:
    """Cells from the left, without those that reach down from above; ``height`` is points, at least."""

    cells: tuple[Cell, ...]
    height: float


@dataclass(frozen=True)
class PlacedCell:
    """A cell with its first row and column."""

    cell: Cell
    row: int
    column: int


@dataclass(frozen=True)
class Table:
    """``widths`` are shares of the whole."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]

    def placed(self) -> Iterator[PlacedCell]:
        """Every cell with its place. Raises ``ValueError`` for a row that is too short or too long."""
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row.cells:
                while (number, column) in taken:
                    column += 1
                reach = {(number + r, column + c) for r in range(cell.down) for c in range(cell.across)}
                if column + cell.across > len(self.widths) or reach & taken:
                    raise ValueError(f"row {number + 1} is too long")
                taken |= reach
                yield PlacedCell(cell, number, column)
                column += cell.across
            if any((number, column) not in taken for column in range(len(self.widths))):
                raise ValueError(f"row {number + 1} is too short")


@dataclass(frozen=True)
class Title:
    """The name of the form, in each language that it is printed in."""

    lines: tuple[Words, ...]


@dataclass(frozen=True)
class Paragraph:
    """A line outside of tables. ``place``: left, right, indented (a paragraph of a letter), note (small)."""

    line: Line
    place: str = "left"


@dataclass(frozen=True)
class PageBreak:
    """The rest stands on the next page."""


Block = Title | Paragraph | Table | PageBreak


@dataclass(frozen=True)
class Term:
    """A label in English, the kind of what is written there (where its look does not say it), and help with it."""

    en: str = ""
    kind: str = ""
    help_zh: str = ""
    help_en: str = ""


@dataclass(frozen=True)
class Description:
    """A form: ``facts`` are columns of its page, ``materials`` what it is for, as {slug of an item: its material}.

    ``sample`` has values by label (several where a label stands several times) and ``ticks`` the options to tick.
    """

    slug: str
    department: str
    format: str
    facts: Mapping[str, Any]
    materials: Mapping[str, str]
    dated: dt.date
    blocks: tuple[Block, ...]
    terms: Mapping[str, Term] = field(repr=False)
    topics: tuple[str, ...] = ()
    fillable: bool = False
    sample: Mapping[str, list[str]] = field(default_factory=dict)
    ticks: tuple[str, ...] = ()

    @property
    def bilingual(self) -> bool:
        return bool(self.facts.get("written_in") == "bilingual")

    @property
    def page_slug(self) -> str:
        """Apart from the slugs of items, which stand below the same department."""
        return f"form-{self.slug}"

    @property
    def file_name(self) -> str:
        return f"{self.facts['name_zh_hans']}.{self.format}"


@dataclass(frozen=True)
class Place:
    """Where a blank was drawn: a rectangle (points from the top left) on a page, or ``source`` in a DOCX or XLSX."""

    blank: Blank
    page: int = 0
    rect: Rect | None = None
    source: str = ""


@dataclass(frozen=True)
class Drawn:
    """A form as a file, and where its blanks are, in the order of reading."""

    data: bytes = field(repr=False)
    places: tuple[Place, ...]
