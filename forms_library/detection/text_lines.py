"""Glyphs to lines of text, and the text of a cell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from .boxes import LETTER_BOXES, stands_for_box
from .layout import Glyph, TextLine
from .vocabulary import EMPTY_BOX

HAN = re.compile("[\u2e80-\u2fff\u3007\u3400-\u9fff\uf900-\ufaff]")
BETWEEN_WORDS = 0.15  # of a character
NARROW = 34.0  # points: a cell in which characters stand one below the other
SAME_HEIGHT = 0.45  # of a character, by which the middles of one line may differ


def lines_of(glyphs: Iterable[Glyph]) -> tuple[TextLine, ...]:
    """Upright glyphs in lines from the top, each line from the left."""
    rows: list[list[Glyph]] = []
    middles: list[float] = []
    for glyph in sorted(glyphs, key=lambda g: (g.rect.middle, g.rect.x0)):
        for index in range(len(rows) - 1, max(len(rows) - 5, -1), -1):
            smaller = max(min(glyph.size, rows[index][-1].size), 4)
            if abs(glyph.rect.middle - middles[index]) <= SAME_HEIGHT * smaller:
                rows[index].append(glyph)
                middles[index] += (glyph.rect.middle - middles[index]) / len(rows[index])
                break
        else:
            rows.append([glyph])
            middles.append(glyph.rect.middle)
    return tuple(TextLine(with_letter_boxes(_once(sorted(row, key=lambda g: g.rect.x0)))) for row in rows)


def _once(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Without the second copy of a glyph that was printed twice to look bold."""
    kept = list(glyphs[:1])
    for before, glyph in pairwise(glyphs):
        if glyph.text != before.text or glyph.rect.x0 - before.rect.x0 > 0.5 * glyph.rect.width:
            kept.append(glyph)
    return tuple(kept)


def with_letter_boxes(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """With boxes for letters that stand for them, at least twice on a line: "口是 口否"."""
    if sum(glyph.text in LETTER_BOXES for glyph in glyphs) < 2:
        return glyphs
    found = [index for index in range(len(glyphs)) if _is_letter_box(glyphs, index)]
    if len(found) < 2:
        return glyphs
    return tuple(replace(g, text=EMPTY_BOX, box=True) if i in found else g for i, g in enumerate(glyphs))


def _is_letter_box(glyphs: tuple[Glyph, ...], index: int) -> bool:
    glyph = glyphs[index]
    before = glyphs[index - 1] if index else None
    apart = before is None or glyph.spaces > 0 or glyph.rect.x0 - before.rect.x1 > 0.3 * glyph.size
    following = glyphs[index + 1].text if index + 1 < len(glyphs) else ""
    return stands_for_box(glyph.text, before.text if before else "", following, apart)


def turned_text(glyphs: Iterable[Glyph]) -> str:
    """Text that runs upwards or downwards, in the order in which it is read."""
    found = list(glyphs)
    if not found:
        return ""
    upwards = found[0].turn > 0
    column = max(max(glyph.size for glyph in found) * 0.6, 1)

    def place(glyph: Glyph) -> tuple[int, float]:
        across = round(glyph.rect.x0 / column)
        return (across, -glyph.rect.bottom) if upwards else (-across, glyph.rect.top)

    return "".join(glyph.text for glyph in sorted(found, key=place))


def spelled(glyphs: Sequence[Glyph]) -> str:
    """The characters of one line, with the blanks between words that are not Chinese."""
    text = "".join(glyph.text for glyph in glyphs[:1])
    for before, glyph in pairwise(glyphs):
        gap = glyph.rect.x0 - before.rect.x1
        words = not (is_chinese(before.text) or is_chinese(glyph.text)) and gap > BETWEEN_WORDS * glyph.size
        text += f" {glyph.text}" if words else glyph.text
    return text


def cell_text(lines: Sequence[TextLine], width: float) -> str:
    """The text of a cell, its lines with newlines between them; characters that stand one below the other joined."""
    stacked = width < NARROW and len(lines) >= 3 and all(len(line.glyphs) <= 2 for line in lines)
    return ("" if stacked else "\n").join(spelled(line.glyphs) for line in lines)


def is_chinese(text: str) -> bool:
    return bool(HAN.search(text))
