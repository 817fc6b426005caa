"""PDF files to pages. The only module of detection that knows pdfplumber; to be run in a child process."""

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber

from .boxes import box_of
from .geometry import Rect, around
from .grid import TooComplexError
from .layout import Glyph, Page, Stroke

MOST_GLYPHS = 30_000  # of a page
MOST_DRAWINGS = 8_000
THIN = 3.0  # points: a filled rectangle as thin as this is a line
STRAIGHT = 0.8  # points by which a horizontal line may climb
SQUARE = (5.0, 16.0)  # sides of a drawn box to tick
SHORT_CURVE = 8.0
WHITE, DARK = 0.97, 0.4
HAN = re.compile("[\u3400-\u9fff]")

Drawing = dict[str, Any]


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, one at a time. Raises ``TooComplexError``, or whatever pdfplumber raises."""
    with pdfplumber.open(BytesIO(data)) as document:
        for number, page in enumerate(document.pages):
            yield _page(number, page)
            page.close()


def _page(number: int, page: Any) -> Page:
    if len(page.chars) > MOST_GLYPHS or len(page.lines) + len(page.rects) + len(page.curves) > MOST_DRAWINGS:
        raise TooComplexError
    moved = _mover(page)
    drawings = [moved(drawing) for drawing in [*page.lines, *page.rects, *page.curves]]
    glyphs = tuple(_glyphs([moved(char) for char in page.chars]))
    squares = tuple(_apart(_squares([d for d in drawings if d["object_type"] != "line"], glyphs)))
    return Page(
        number=number,
        width=float(page.width),
        height=float(page.height),
        glyphs=glyphs,
        strokes=tuple(_strokes(drawings, squares)),
        squares=squares,
        pictures=_covered(page),
    )


def _mover(page: Any) -> Callable[[Drawing], Drawing]:
    """What moves a drawing so that the corner that a reader sees is the origin."""
    x0, top = float(page.cropbox[0]), float(page.cropbox[1])
    if abs(x0) < 0.01 and abs(top) < 0.01:
        return lambda drawing: drawing

    def moved(drawing: Drawing) -> Drawing:
        points = [(x - x0, y - top) for x, y in drawing.get("pts") or ()]
        across = {key: drawing[key] - x0 for key in ("x0", "x1")}
        return {**drawing, **across, **{key: drawing[key] - top for key in ("top", "bottom")}, "pts": points}

    return moved


def _covered(page: Any) -> float:
    area = sum(max(0.0, i["x1"] - i["x0"]) * max(0.0, i["bottom"] - i["top"]) for i in page.images)
    return float(min(1.0, area / max(float(page.width) * float(page.height), 1)))


# --- Glyphs -------------------------------------------------------------------------------------------------------


def _glyphs(chars: list[Drawing]) -> Iterator[Glyph]:
    chinese = sum(1 for char in chars if HAN.match(char["text"])) > 20
    spaces = 0
    for index, char in enumerate(chars):
        text = char["text"].strip()
        if not text:
            spaces += 1
            continue
        after = chars[index + 1]["text"] if index + 1 < len(chars) else ""
        box = box_of(text, char.get("fontname") or "", after, chinese)
        yield from _one_each(box or text, char, bool(box), spaces)
        spaces = 0


def _one_each(text: str, char: Drawing, box: bool, spaces: int) -> Iterator[Glyph]:
    """A ligature is as many glyphs as it has characters, side by side."""
    share = (char["x1"] - char["x0"]) / len(text)
    turn = 0 if char.get("upright", True) else (1 if char["matrix"][1] > 0 else -1)
    for index, one in enumerate(text):
        x0 = char["x0"] + index * share
        rect = Rect(x0, char["top"], x0 + share, char["bottom"])
        yield Glyph(one, rect, float(char["size"]), box, turn, spaces if index == 0 else 0)


# --- Drawn lines --------------------------------------------------------------------------------------------------


def _squares(drawings: list[Drawing], glyphs: tuple[Glyph, ...]) -> Iterator[Rect]:
    """Drawn boxes of the size of a character in which nothing stands but a tick."""
    for drawing in drawings:
        rect = _rect(drawing)
        low, high = SQUARE
        square = abs(rect.width - rect.height) <= max(1.5, 0.15 * rect.width)
        sized = square and low <= rect.width <= high and low <= rect.height <= high
        if not sized or _is_invisible(drawing) or _is_dark(drawing):
            continue
        if not any(rect.has_middle_of(glyph.rect, 1) for glyph in glyphs if glyph.text not in "√✓×"):
            yield rect


def _apart(squares: Iterable[Rect]) -> list[Rect]:
    """Each square once; squares that touch side by side are boxes for digits, not to tick."""
    once: list[Rect] = []
    for square in sorted(squares, key=lambda rect: (rect.x0, rect.top)):
        if not any(abs(square.x0 - other.x0) < 3 and abs(square.top - other.top) < 3 for other in once):
            once.append(square)
    return [square for square in once if not any(_touch(square, other) for other in once if other is not square)]


def _touch(one: Rect, other: Rect) -> bool:
    return abs(one.top - other.top) < 2 and min(abs(one.x1 - other.x0), abs(other.x1 - one.x0)) < 2


def _strokes(drawings: list[Drawing], squares: tuple[Rect, ...]) -> Iterator[Stroke]:
    for drawing in drawings:
        rect = _rect(drawing)
        if _is_invisible(drawing) or any(square.contains(rect, 1.5) for square in squares):
            continue
        if drawing["object_type"] == "curve":
            yield from _of_curve(drawing)
        elif drawing["object_type"] == "line":
            yield from _of_line(rect)
        else:
            yield from _of_rect(rect)


def _of_line(rect: Rect) -> Iterator[Stroke]:
    if rect.height <= STRAIGHT:
        yield Stroke(True, rect.middle, rect.x0, rect.x1)
    elif rect.width <= STRAIGHT:
        yield Stroke(False, rect.centre, rect.top, rect.bottom)


def _of_rect(rect: Rect) -> Iterator[Stroke]:
    if rect.height <= THIN and rect.width > rect.height:
        yield Stroke(True, rect.middle, rect.x0, rect.x1)
    elif rect.width <= THIN:
        yield Stroke(False, rect.centre, rect.top, rect.bottom)
    else:
        yield from (Stroke(True, at, rect.x0, rect.x1) for at in (rect.top, rect.bottom))
        yield from (Stroke(False, at, rect.top, rect.bottom) for at in (rect.x0, rect.x1))


def _of_curve(drawing: Drawing) -> Iterator[Stroke]:
    """The straight sides of a path: rounded boxes, tables drawn in one go."""
    points = drawing.get("pts") or []
    for (x0, top), (x1, bottom) in pairwise(points):
        side = around([Rect(x0, top, x0, top), Rect(x1, bottom, x1, bottom)])
        if max(side.width, side.height) >= SHORT_CURVE:
            yield from _of_line(side)


def _rect(drawing: Drawing) -> Rect:
    return Rect(float(drawing["x0"]), float(drawing["top"]), float(drawing["x1"]), float(drawing["bottom"]))


def _is_dark(drawing: Drawing) -> bool:
    """Filled so darkly that nothing can be ticked in it: the mark of a paragraph."""
    colour = drawing.get("non_stroking_color")
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    plain = all(isinstance(part, (int, float)) for part in parts) and len(parts) in (1, 3)
    return bool(drawing.get("fill")) and not drawing.get("stroke") and plain and max(parts) < DARK


def _is_invisible(drawing: Drawing) -> bool:
    """Neither drawn nor filled, or filled in white, as some programs do behind every cell."""
    if drawing.get("stroke") or drawing["object_type"] == "line":
        return False
    if not drawing.get("fill"):
        return True
    colour = drawing.get("non_stroking_color")
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return False
    return all(part <= 1 - WHITE for part in parts) if len(parts) == 4 else all(part >= WHITE for part in parts)
