"""What a synthetic form consists of, before it is drawn or written."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Words:
    """Printed words."""

    text: str


@dataclass(frozen=True)
class Blank:
    """Something to write on. ``style``: rule, underscores, dots, white, underlined."""

    label: str
    width: float = 80
    style: str = "rule"
    type: str = "text"


@dataclass(frozen=True)
class Box:
    """A box to tick. ``style``: square (□), drawn."""

    label: str
    group: str = ""
    style: str = "square"


@dataclass(frozen=True)
class Day:
    """A place for a date, with ``gap`` characters before each mark."""

    label: str = "日期"
    gap: int = 3
    underscores: bool = False


@dataclass(frozen=True)
class Tail:
    """The rest of a line after a colon."""

    label: str
    type: str = "text"


@dataclass(frozen=True)
class Digits:
    """Boxes for single digits."""

    label: str
    count: int = 18


Part = Words | Blank | Box | Day | Tail | Digits
Line = list[Part]


@dataclass
class Cell:
    """A cell: its lines, how far it reaches, and what the truth says about it as a whole."""

    lines: list[Line] = field(default_factory=list)
    span: int = 1
    rows: int = 1
    label: str | None = None
    type: str = "text"
    vertical: str = ""
    shaded: bool = False
    align: str = "centre"
    digits: int = 0


@dataclass
class Table:
    """Widths as shares of the whole, rows of cells, heights in points."""

    widths: list[float]
    rows: list[list[Cell]]
    heights: list[float]
    rule_only: bool = False


@dataclass
class Paragraph:
    """A line, or several when ``wrap`` is set."""

    line: Line
    size: float = 10.5
    align: str = "left"
    indent: float = 0
    after: float = 6
    wrap: bool = False


@dataclass
class PageBreak:
    """The rest stands on the next page."""


Block = Table | Paragraph | PageBreak


@dataclass
class Form:
    """A form, how it is drawn, and what is known about its places (``truth``) once it was."""

    name: str
    blocks: list[Block]
    style: dict[str, Any] = field(default_factory=dict)
    truth: list[dict[str, Any]] = field(default_factory=list)


def words(text: str, **more: Any) -> Cell:
    """A cell with printed words, one line for each line of the text."""
    return Cell([[Words(line)] for line in text.split("\n")], **more)


def empty(label: str, **more: Any) -> Cell:
    """An empty cell to fill in."""
    return Cell(label=label, **more)
