"""The words before and after a place on a line."""

from collections.abc import Sequence

from .layout import Glyph, TextLine
from .text_lines import spelled
from .vocabulary import LEADERS, UNDERSCORES

NEW_WORDS = 1.7  # characters of white between words that do not belong together
_FILLERS = frozenset({"人民币", "¥", "￥", "RMB", "第", "共", "约", "计", "为"})
_STOPS = frozenset("，,。；;、")


def text_before(line: TextLine, index: int, taken: Sequence[tuple[float, float]] = ()) -> str:
    """The words before a glyph, back to the blank, box or stop before them."""
    found: list[Glyph] = []
    stops = _STOPS - {"、"} if index and line.text[index - 1] in "：:" else _STOPS
    for place in range(index - 1, -1, -1):
        glyph = line.glyphs[place]
        following = found[0] if found else None
        if _is_filler(line, place) or glyph.box or _is_taken(glyph, following, taken):
            break
        if following and following.rect.x0 - glyph.rect.x1 > NEW_WORDS * glyph.size:
            break
        if found and (glyph.text in stops or (glyph.text in "：:" and _names_something(found))):
            break
        found.insert(0, glyph)
    return spelled(found)


def _names_something(glyphs: Sequence[Glyph]) -> bool:
    """Not so are "：人民币" and "：¥" behind the name of an amount."""
    words = "".join(glyph.text for glyph in glyphs).strip("：:")
    return bool(words) and words not in _FILLERS


def text_after(line: TextLine, index: int) -> str:
    """The words after a place, up to the next blank, box or stop."""
    found: list[Glyph] = []
    inside = 0
    for place in range(index, len(line.glyphs)):
        glyph = line.glyphs[place]
        new = found and line.gap_before(place) > NEW_WORDS * glyph.size
        inside += (glyph.text in "（(") - (glyph.text in "）)")
        if glyph.text in UNDERSCORES or glyph.box or new or (glyph.text in _STOPS and inside <= 0):
            break
        found.append(glyph)
    return spelled(found)


def _is_filler(line: TextLine, place: int) -> bool:
    text = line.text[place]
    return text in UNDERSCORES or (text in LEADERS and place > 0 and line.text[place - 1] in LEADERS)


def _is_taken(glyph: Glyph, following: Glyph | None, taken: Sequence[tuple[float, float]]) -> bool:
    """Is the glyph part of another place, or does one stand behind it?"""
    end_of_gap = following.rect.x0 if following else glyph.rect.x1
    return any(
        min(glyph.rect.x1, end) - max(glyph.rect.x0, start) > 1
        or (glyph.rect.x1 - 1 <= start and end <= end_of_gap + 1)
        for start, end in taken
    )
