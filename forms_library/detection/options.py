"""Boxes to tick, and what stands beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .drafts import Draft, Shape
from .geometry import Rect
from .labels import clean, compact
from .layout import Glyph, TextLine
from .text_lines import is_chinese, spelled
from .vocabulary import BRACKET_PAIRS, CHOOSE, TICKS, UNDERSCORES

NEXT = 1.6  # characters of white that end the words of an option
BRACKET = (0.4, 2.4)  # characters of white between brackets in which a tick has room
TYPED = 0.22  # characters of white that end them where a blank was typed
FULL = 3.2  # characters that a full line leaves at both ends
LONGEST_REST = 14  # characters of an option on the next line
SHORT_WORDS = 4  # characters that are an option by themselves before a comma
LONGEST_GROUP = 24  # characters
_NUMBERED = re.compile(r"^(?:[（(][\d一二三四五六七八九十]+[）)][、.．]?|[\d一二三四五六七八九十]+(?:[、.．]|$))")
_ENDS_OPTION = frozenset("；;。")
BRACKETS = frozenset("".join(BRACKET_PAIRS))
_COMMAS = frozenset("，,、")


@dataclass(frozen=True)
class Box:
    """A box to tick, printed as the glyph ``index`` of its line, or drawn."""

    rect: Rect
    ticked: bool = False
    index: int = -1


def boxes_of(line: TextLine, squares: list[Rect]) -> list[Box]:
    """All boxes on a line, from the left."""
    printed = [Box(g.rect, g.text in TICKS, index) for index, g in enumerate(line.glyphs) if g.box]
    boxes = [*printed, *(Box(square) for square in squares)] or _brackets(line)
    return sorted(boxes, key=lambda box: box.rect.x0)


def _brackets(line: TextLine) -> list[Box]:
    """Two or more pairs of brackets with nothing but a little white in them: ``是（  ）否（  ）``."""
    found = []
    for index in range(1, len(line.glyphs)):
        before, after = line.glyphs[index - 1], line.glyphs[index]
        gap = after.rect.x0 - before.rect.x1
        if f"{before.text}{after.text}" in BRACKET_PAIRS and BRACKET[0] * line.size <= gap <= BRACKET[1] * line.size:
            found.append(Box(Rect(before.rect.x1, before.rect.top, after.rect.x0, before.rect.bottom), False, index))
    return found if len(found) > 1 else []


def options_of(line: TextLine, boxes: list[Box], group: str, rest: str = "", begun: int = 0) -> Iterator[Draft]:
    """A draft for each box.

    ``group`` is what the cell or the line before asks. ``rest`` are the words of the last option that stand on the next
    line; ``begun`` is the number of glyphs at the start of this line that belong to the line before.
    """
    if not boxes:
        return
    before = [glyph for glyph in line.glyphs[begun:] if glyph.rect.x1 <= boxes[0].rect.x0 + 1]
    own = _behind_colon(before)
    words_first = _words_come_first(line, boxes, own)
    asked = (_question(before[: len(before) - len(own)]) if words_first else _question(before)) or group
    for index, box in enumerate(boxes):
        words = _words_before(line, boxes, index, own) if words_first else _words_after(line, boxes, index)
        words = [glyph for glyph in words if glyph.text not in BRACKETS] if _is_bracket(line, box) else words
        label = clean(spelled(words) + (rest if index == len(boxes) - 1 else ""))
        yield Draft(
            box.rect, Shape.BOX, label, 0.95, group=asked, ticked=box.ticked, line=line, span=(box.index, box.index + 1)
        )


def _is_bracket(line: TextLine, box: Box) -> bool:
    return box.index > 0 and not line.glyphs[box.index].box


def wrapped_words(line: TextLine, boxes: list[Box], following: TextLine | None, width: float) -> int:
    """How many glyphs of the next line belong to the last option of this one, which fills the ``width`` of its cell."""
    if not boxes or following is None or width - line.rect.width > FULL * line.size:
        return 0
    last = line.glyphs[-1]
    if last.text in _ENDS_OPTION or (not last.box and last.rect.x0 < boxes[-1].rect.x1 - 1):
        return 0
    count = next((i for i, glyph in enumerate(following.glyphs) if glyph.box or glyph.text in UNDERSCORES), 0)
    count = count or len(following.glyphs)
    joined = [index for index in range(1, count) if following.gap_before(index) > NEXT * following.size]
    count = joined[0] if joined else count
    return 0 if count > LONGEST_REST or following.glyphs[0].box or _NUMBERED.match(following.text[:2]) else count


def _behind_colon(before: list[Glyph]) -> list[Glyph]:
    """``"性别：男"`` -> ``"男"``: the words that are not part of the question."""
    colons = [index for index, glyph in enumerate(before) if glyph.text in "：:"]
    return before[colons[-1] + 1 :] if colons else before


def _words_come_first(line: TextLine, boxes: list[Box], before: list[Glyph]) -> bool:
    """As in "同意□ 不同意□", and not in "□同意 □不同意"."""
    lead = "".join(glyph.text for glyph in before)
    behind = [glyph for glyph in line.glyphs if glyph.rect.x0 >= boxes[-1].rect.x1 - 1 and not glyph.box]
    after = [glyph for glyph in behind if not (_is_bracket(line, boxes[-1]) and glyph.text in BRACKETS)]
    words = _NUMBERED.sub("", compact(lead))
    if not words or CHOOSE.search(lead):
        return False
    if not compact("".join(glyph.text for glyph in after)):
        return True
    close = boxes[0].rect.x0 - before[-1].rect.x1 < 0.5 * line.size
    return len(boxes) >= 2 and len(words) <= 6 and close and not _is_gap_before_words(line, boxes)


def _is_gap_before_words(line: TextLine, boxes: list[Box]) -> bool:
    """Are the words nearer to the box on their left than to the one on their right?"""
    nearer = 0
    for box, following in pairwise(boxes):
        between = [g for g in line.glyphs if box.rect.x1 - 1 <= g.rect.x0 and g.rect.x1 <= following.rect.x0 + 1]
        if between:
            nearer += 1 if between[0].rect.x0 - box.rect.x1 < following.rect.x0 - between[-1].rect.x1 - 2 else -1
    return nearer > 0


def _question(before: list[Glyph]) -> str:
    """What the words before the first box ask: ``"企业类型："`` -> ``"企业类型"``."""
    lead = spelled(before)
    asked = clean(CHOOSE.sub("", re.split(r"[。；;]", lead)[-1]).strip("“”\"' 。"))
    return asked if asked and (re.search(r"[:：]\s*$", lead) or len(asked) <= LONGEST_GROUP) else ""


def _words_before(line: TextLine, boxes: list[Box], index: int, own: list[Glyph]) -> list[Glyph]:
    if index == 0:
        number = _NUMBERED.match("".join(g.text for g in own))
        return own[number.end() :] if number else own
    start, end = boxes[index - 1].rect.x1 - 1, boxes[index].rect.x0 + 1
    return [glyph for glyph in line.glyphs if start <= glyph.rect.x0 and glyph.rect.x1 <= end and not glyph.box]


def _is_apart(before: Glyph, glyph: Glyph, size: float) -> bool:
    """Do new words begin: after much white, or after blanks that were typed?"""
    gap = glyph.rect.x0 - before.rect.x1
    typed = glyph.spaces > 0 and gap > TYPED * size and is_chinese(before.text) and is_chinese(glyph.text)
    return gap > NEXT * size or typed


def _words_after(line: TextLine, boxes: list[Box], index: int) -> list[Glyph]:
    end = boxes[index + 1].rect.x0 if index + 1 < len(boxes) else float("inf")
    words: list[Glyph] = []
    for glyph in line.glyphs:
        if glyph.rect.x0 < boxes[index].rect.x1 - 1 or glyph.rect.x1 > end + 1 or glyph.box:
            continue
        if len(words) > 1 and (_is_apart(words[-1], glyph, line.size) or glyph.text in _ENDS_OPTION):
            break
        if 0 < len(words) <= SHORT_WORDS and glyph.text in "，,":
            break
        if glyph.text in UNDERSCORES:
            break
        words.append(glyph)
    while words and words[-1].text in _COMMAS:
        words.pop()
    return words
