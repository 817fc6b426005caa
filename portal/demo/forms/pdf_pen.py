"""Words, boxes, blanks and rules of a PDF form. Places are points from the top left."""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import zip_longest

from reportlab.pdfgen.canvas import Canvas

from forms_library.detection.geometry import Rect
from forms_library.filling.fonts import Font
from forms_library.filling.layout import NEVER_FIRST, length, tokens

from .model import Blank, Line, Part, Place, What, Words

WIDTH, HEIGHT = 595.0, 842.0  # A4
SMALL = 0.8  # of the size: the second language
LEADING = 1.36
RULE, FRAME, BOX = 0.5, 1.0, 0.6  # widths of strokes
BOLD = 0.022  # of the size: how wide the outline of bold characters is
GREY = 0.93
SIGNED = 80.0  # points of a line to sign on
GAPS = (2.6, 1.9, 1.9)  # of the size: before 年, 月 and 日
BOX_SIDE, BOX_WIDE, AFTER_OPTION = 0.82, 1.05, 0.7  # of the size


class Pen:
    """Draws one form, and notes where its blanks are."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
        self.page = 0
        self.places: list[Place] = []

    def note(self, blank: Blank, rect: Rect) -> None:
        """Remember where something is to be filled in."""
        self.places.append(Place(blank, self.page, rect.rounded()))

    # --- how wide and how high ------------------------------------------------------------------------------------

    def wide(self, part: Part, size: float) -> float:
        if isinstance(part, Words):
            return length(part.text, self.font.advance) * (size * SMALL if part.small else size)
        if part.what is What.BOX:
            return (BOX_WIDE + AFTER_OPTION + length(part.printed, self.font.advance)) * size
        if part.what is What.DATE:
            return (sum(GAPS) + 3) * size
        return part.width or SIGNED

    def line_wide(self, line: Line, size: float) -> float:
        return sum(self.wide(part, size) for part in line)

    def broken(self, line: Line, width: float, size: float) -> list[Line]:
        """A line in pieces that are no wider than ``width``; blanks stay whole, and with what they are called."""
        lines: list[list[Part]] = [[]]
        used = 0.0
        for group in _groups(line):
            wide = self.line_wide(group, size)
            if lines[-1] and used + wide > width + 0.5 and not _is(group, NEVER_FIRST.__contains__):
                lines.append([])
                used = 0.0
            if lines[-1] or not _is(group, str.isspace):
                for piece in group:
                    _append(lines[-1], piece)
                used += wide
        return [tuple(one) for one in lines]

    def high(self, line: Line, size: float) -> float:
        small = bool(line) and all(isinstance(part, Words) and part.small for part in line)
        return size * LEADING * (SMALL if small else 1)

    # --- drawing --------------------------------------------------------------------------------------------------

    def text(self, x: float, top: float, text: str, size: float, bold: bool = False) -> float:
        """Draws at a left edge and a top; gives the right edge."""
        base = HEIGHT - top - size * self.font.ascent / (self.font.ascent + self.font.descent)
        writing = self.canvas.beginText(x, base)
        writing.setFont(self.font.name, size)
        if bold:
            self.canvas.setLineWidth(BOLD * size)
            writing.setTextRenderMode(2)
        writing.textOut(text)
        if bold:
            writing.setTextRenderMode(0)
        self.canvas.drawText(writing)
        return x + length(text, self.font.advance) * size

    def line(self, x: float, top: float, line: Line, size: float, bold: bool = False) -> None:
        for part in line:
            if isinstance(part, Words):
                x = self.text(x, top, part.text, size * SMALL if part.small else size, bold)
            else:
                x = self._blank(x, top, part, size)

    def _blank(self, x: float, top: float, blank: Blank, size: float) -> float:
        if blank.what is What.BOX:
            return self._option(x, top, blank, size)
        if blank.what is What.DATE:
            return self._date(x, top, blank, size)
        end = x + self.wide(blank, size)
        self.stroke(x, top + size + 1, end, top + size + 1)
        self.note(blank, Rect(x, top - 2, end, top + size + 1))
        return end

    def _option(self, x: float, top: float, blank: Blank, size: float) -> float:
        box = Rect(x, top + (1 - BOX_SIDE) * size / 2, x + BOX_SIDE * size, top + (1 + BOX_SIDE) * size / 2)
        self.frame(box, BOX)
        self.note(blank, box)
        return self.text(x + BOX_WIDE * size, top, blank.printed, size) + AFTER_OPTION * size

    def _date(self, x: float, top: float, blank: Blank, size: float) -> float:
        start = x
        for gap, mark in zip(GAPS, "年月日", strict=True):
            x = self.text(x + gap * size, top, mark, size)
        self.note(blank, Rect(start, top, x, top + size))
        return x

    def stroke(self, x0: float, top: float, x1: float, bottom: float, width: float = RULE) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)

    def frame(self, rect: Rect, width: float = RULE, shaded: bool = False) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.setFillGray(GREY if shaded else 0)
        self.canvas.rect(rect.x0, HEIGHT - rect.bottom, rect.width, rect.height, fill=int(shaded))
        self.canvas.setFillGray(0)


def _groups(line: Line) -> Iterator[tuple[Part, ...]]:
    """What no line break may part: a character, a word, a blank with the name before it ("日期：")."""
    name: tuple[Part, ...] = ()
    for part, following in zip_longest(line, line[1:]):
        if isinstance(part, Words):
            start = max((i + 1 for i, one in enumerate(part.text) if one.isspace() or one in "。；"), default=0)
            start = start if isinstance(following, Blank) and following.what is not What.BOX else len(part.text)
            yield from ((Words(token, part.small),) for token in tokens(part.text[:start]))
            name = (Words(part.text[start:], part.small),) if part.text[start:] else ()
        else:
            yield (*name, part)
            name = ()


def _is(group: tuple[Part, ...], what: Callable[[str], bool]) -> bool:
    """Is it nothing but such words?"""
    return all(isinstance(part, Words) and what(part.text) for part in group)


def _append(line: list[Part], piece: Part) -> None:
    last = line[-1] if line else None
    if isinstance(piece, Words) and isinstance(last, Words) and last.small == piece.small:
        line[-1] = Words(last.text + piece.text, last.small)
    else:
        line.append(piece)
