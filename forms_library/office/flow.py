"""Text laid out on an imaginary page, so that detection sees its blanks as white and its underlining as rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forms_library.detection.geometry import Rect
from forms_library.detection.layout import Glyph, Stroke, TextLine
from forms_library.detection.text_lines import is_chinese

SIZE = 10.5  # points of every character
PITCH = 15.6  # points from line to line
TAB = 3  # characters


@dataclass(frozen=True)
class Mark:
    """One character to lay out; ``origin`` is its index in the source."""

    text: str
    origin: int
    underlined: bool = False
    box: bool = False


@dataclass(frozen=True)
class Flow:
    """Lines and the rules under their blanks; ``bottom`` is where the next line would begin."""

    lines: tuple[TextLine, ...]
    rules: tuple[Stroke, ...]
    bottom: float


def width_of(text: str) -> float:
    """In points."""
    if text == "\t":
        return TAB * SIZE
    wide = is_chinese(text) or text in "　，。、；：？！（）《》“”【】—…□☑＿"
    return SIZE if wide else SIZE / 2


def lay_out(marks: Iterable[Mark], left: float, top: float) -> Flow:
    """Lines of marks; a newline begins a new line. Nothing is wrapped: a long line is one line."""
    lines: list[TextLine] = []
    rules: list[Stroke] = []
    for row in _rows(marks):
        glyphs, drawn = _line(row, left, top)
        if glyphs:
            lines.append(TextLine(tuple(glyphs)))
        rules += drawn
        top += PITCH
    return Flow(tuple(lines), tuple(rules), top)


def _rows(marks: Iterable[Mark]) -> list[list[Mark]]:
    rows: list[list[Mark]] = [[]]
    for mark in marks:
        if mark.text == "\n":
            rows.append([])
        else:
            rows[-1].append(mark)
    return rows


def _line(row: Sequence[Mark], left: float, top: float) -> tuple[list[Glyph], list[Stroke]]:
    glyphs: list[Glyph] = []
    rules: list[Stroke] = []
    x, spaces = left, 0
    for mark in row:
        end = x + width_of(mark.text)
        if mark.text.isspace():
            spaces += 1
            if mark.underlined:
                _extend(rules, x, end, top + SIZE + 1)
        else:
            rect = Rect(x, top, end, top + SIZE)
            glyphs.append(Glyph(mark.text, rect, SIZE, mark.box, 0, spaces, mark.origin))
            spaces = 0
        x = end
    return glyphs, rules


def _extend(rules: list[Stroke], start: float, end: float, at: float) -> None:
    if rules and rules[-1].at == at and rules[-1].end >= start - 0.1:
        rules[-1] = Stroke(True, at, rules[-1].start, end)
    else:
        rules.append(Stroke(True, at, start, end))
