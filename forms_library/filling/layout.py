"""How a text fits a rectangle: broken into lines, shrunk down to what can still be read. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

Advance = Callable[[str], float]  # the width of a character in a font of one point

PREFERRED, FLOOR, STEP = 10.5, 6.5, 0.5  # points; 6.5 is the smallest size in Chinese print (小六)
LEADING = 1.25  # of the size, from line to line
# Marks that no line begins with, and that no line ends with.
NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉’”％…·,.;:?!)]}%")
NEVER_LAST = frozenset("（《「『【〔〈‘“([{￥¥$")
CHINESE_FROM = "\u2e80"


@dataclass(frozen=True)
class Fitted:
    """Lines and their size in points; ``fits`` is false where even the smallest size is too large."""

    size: float
    lines: tuple[str, ...]
    fits: bool


def fit(
    text: str, width: float, height: float, advance: Advance, one_line: bool = False, most: float = PREFERRED
) -> Fitted:
    """The largest size at which a text fits. ``width`` and ``height`` are points."""
    size = max(most, FLOOR)
    while True:
        found = _at(text, width, height, advance, one_line, size)
        if found.fits or size - STEP < FLOOR - 1e-6:
            return found
        size -= STEP


def _at(text: str, width: float, height: float, advance: Advance, one_line: bool, size: float) -> Fitted:
    if one_line:
        line = " ".join(text.split("\n"))
        return Fitted(size, (line,), length(line, advance) * size <= width + 0.01 and size <= height + 0.01)
    lines = wrap(text, width / size, advance)
    high = size * (1 + LEADING * (len(lines) - 1)) <= height + 0.01
    return Fitted(size, tuple(lines), high and all(length(line, advance) * size <= width + 0.01 for line in lines))


def length(text: str, advance: Advance) -> float:
    """In a font of one point."""
    return sum(advance(character) for character in text)


def wrap(text: str, width: float, advance: Advance) -> list[str]:
    """Lines no wider than ``width`` (in a font of one point). Words and numbers stay whole where they can.

    No character is lost, apart from blanks at the ends of lines; a single character may be wider than the line.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, width, advance)]


def _wrapped(paragraph: str, width: float, advance: Advance) -> list[str]:
    lines: list[str] = []
    line = ""
    for token in tokens(paragraph):
        for piece in _pieces(token, width, advance):
            if not line or length(line + piece, advance) <= width + 1e-6:
                line += piece
                continue
            kept, carried = _break(line, piece)
            lines.append(kept.rstrip())
            line = carried + piece.lstrip()
    return [*lines, line]


def tokens(text: str) -> list[str]:
    """Chinese characters one by one, words and numbers whole, with blanks on their own."""
    found: list[str] = []
    for character in text:
        narrow = character < CHINESE_FROM and not character.isspace()
        if narrow and found and found[-1][-1] < CHINESE_FROM and not found[-1].isspace():
            found[-1] += character
        else:
            found.append(character)
    return found


def _pieces(token: str, width: float, advance: Advance) -> list[str]:
    """A word that is longer than a line, in pieces of a line."""
    if length(token, advance) <= width:
        return [token]
    pieces = [""]
    for character in token:
        if pieces[-1] and length(pieces[-1] + character, advance) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _break(line: str, following: str) -> tuple[str, str]:
    """What stays on a line and what goes to the next one, so that no line begins or ends with a wrong mark."""
    cut = len(line)
    if following[:1] in NEVER_FIRST and cut > 1 and line[cut - 1] >= CHINESE_FROM:
        cut -= 1
    while cut > 1 and line[cut - 1] in NEVER_LAST:
        cut -= 1
    return line[:cut], line[cut:]
