"""Where on a line something is to be written: underscores, leaders, drawn rules, white between words, and its end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .labels import compact
from .layout import Stroke, TextLine
from .units import is_unit
from .vocabulary import LEADERS, NOT_ASKING, PLACE_NAME, UNDERSCORES, UNIT
from .words_beside import text_after

if TYPE_CHECKING:
    from .line_places import Surroundings

Taken = list[tuple[float, float]]

SHORTEST = 0.9  # characters
RULED, PRINTED, TAIL, COLON, WHITE, START = 0.92, 0.85, 0.7, 0.75, 0.6, 0.55
LEAST_OF = {"_": 2, "…": 3}  # how many of a character make a blank; of other leaders seven
ROOM_AT_END = 30.0  # points
SECTION = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[条章部])")
LISTED = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]|□)")
BODY = re.compile(r"(?:单位|公司|同志|有限)")  # of which the name is missing: "____公司："
PAPER = re.compile(r"[书表函]$|章程$|决议$")  # a title: "公司登记申请书"
_GOES_ON = frozenset("，,。；、）)的")  # a sentence goes on after a blank


@dataclass(frozen=True)
class Gap:
    """From ``start`` to ``stop`` in points, behind the glyphs up to index ``first``, before those from ``end`` on.

    ``base`` is where the rule is drawn, if there is one.
    """

    start: float
    stop: float
    first: int
    end: int
    confidence: float
    base: float | None = None


def gaps_of(line: TextLine, around: "Surroundings", taken: Taken) -> Iterator[Gap]:
    """All gaps that nothing else explains. The caller adds each to ``taken`` before it asks for the next."""
    yield from _filled_with_characters(line, taken)
    yield from _ruled(line, around, taken)
    if _is_asking(line):
        yield from _white(line, around, taken)
        yield from _at_start(line, around, taken)
    yield from _at_end(line, around, taken)


def _free(taken: Taken, start: float, stop: float) -> bool:
    return all(min(stop, end) - max(start, begin) <= 1 for begin, end in taken)


# --- printed blanks -----------------------------------------------------------------------------------------------


def _filled_with_characters(line: TextLine, taken: Taken) -> Iterator[Gap]:
    """``____`` and ``……``."""
    index = 0
    while index < len(line.glyphs):
        end = _run_end(line, index)
        if end == index:
            index += 1
            continue
        start, stop = line.glyphs[index].rect.x0, line.glyphs[end - 1].rect.x1
        least = LEAST_OF.get("_" if line.text[index] in UNDERSCORES else line.text[index], 7)
        if end - index >= least and stop - start >= SHORTEST * line.size and _free(taken, start, stop):
            yield Gap(start, stop, index, end, PRINTED)
        index = end


def _run_end(line: TextLine, index: int) -> int:
    """Where the run of blank characters ends that begins at ``index``."""
    kind = next((kind for kind in (UNDERSCORES, LEADERS) if line.text[index] in kind), None)
    if kind is None:
        return index
    end = index + 1
    while end < len(line.glyphs) and line.text[end] in kind and line.gap_before(end) < line.size:
        end += 1
    return end


# --- drawn blanks -------------------------------------------------------------------------------------------------


def rules_under(line: TextLine, rules: Sequence[Stroke]) -> list[Stroke]:
    """The drawn rules on which this line stands."""
    highest = line.rect.top + 0.3 * line.rect.height
    lowest = line.rect.bottom + max(4, 0.45 * line.size)
    return [rule for rule in rules if highest <= rule.at <= lowest]


def _ruled(line: TextLine, around: "Surroundings", taken: Taken) -> Iterator[Gap]:
    for rule in rules_under(line, around.rules):
        if not (around.left - 2 <= rule.start and rule.end <= around.right + 3):
            continue
        if around.chinese and around.cell is None and rule.length > around.widest_rule and not _asks_before(line, rule):
            continue
        for start, stop in _unwritten(line, rule):
            if stop - start >= SHORTEST * line.size and _free(taken, start, stop):
                yield Gap(start, stop, _glyphs_before(line, start), _glyphs_until(line, stop), RULED, rule.at)


def _asks_before(line: TextLine, rule: Stroke) -> bool:
    """Does a text with a colon stand before a long rule? Otherwise it divides the page, or underlines a title."""
    before = [glyph for glyph in line.glyphs if glyph.rect.x1 <= rule.start + 2]
    return bool(before) and before[-1].text in "：:"


def _unwritten(line: TextLine, rule: Stroke) -> list[tuple[float, float]]:
    """The parts of a rule above which nothing is printed: underlined words are no blank."""
    above = [g.rect for g in line.glyphs if min(g.rect.x1, rule.end) - max(g.rect.x0, rule.start) > 0.5 * g.rect.width]
    if not above:
        return [(rule.start, rule.end)]
    found = []
    start = rule.start
    for rect in above:
        if rect.x0 - start > 1.5 * line.size:
            found.append((start, rect.x0))
        start = max(start, rect.x1)
    if rule.end - start > 1.5 * line.size:
        found.append((start, rule.end))
    return found


def _glyphs_before(line: TextLine, x: float) -> int:
    return sum(1 for glyph in line.glyphs if glyph.rect.x1 <= x + 2)


def _glyphs_until(line: TextLine, x: float) -> int:
    return next((index for index, glyph in enumerate(line.glyphs) if glyph.rect.x0 >= x - 2), len(line.glyphs))


# --- white --------------------------------------------------------------------------------------------------------


def _is_asking(line: TextLine) -> bool:
    """A name of up to four characters may be spaced out to fill its cell; that white is not to be written on."""
    return len(line.glyphs) > 4 or "：" in line.text or ":" in line.text


def _white(line: TextLine, around: "Surroundings", taken: Taken) -> Iterator[Gap]:
    for index in range(1, len(line.glyphs)):
        before, after = line.glyphs[index - 1], line.glyphs[index]
        start = before.rect.x1
        stop = min([after.rect.x0, *(begin for begin, _end in taken if start <= begin < after.rect.x0)])
        if before.box or after.box or not _free(taken, start + 1, stop - 1):
            continue
        if stop - start < 1.6 * line.size and not _is_narrow_blank(line, index):
            continue
        confidence = _white_confidence(line, index, (stop - start) / line.size, around)
        if confidence:
            yield Gap(start + 1, stop - 1, index, index, confidence)


def _white_confidence(line: TextLine, index: int, width: float, around: "Surroundings") -> float:
    """How surely white between two words is a blank; 0 where it is none. ``width`` is in characters."""
    before, after = line.text[index - 1], line.text[index]
    if before in "：:":
        return COLON if width >= 2 or _is_narrow_blank(line, index) else 0
    if before in "（(":
        return WHITE if width >= 2 else 0
    number_of_pages = before in "第共" and after in "页张"
    if number_of_pages or _spaced_out(line) or not around.chinese:
        return 0
    words = compact(text_after(line, index))
    goes_on = is_unit(words) or PLACE_NAME.match(words) or after in _GOES_ON
    long = len(line.text) > 8 if around.cell is not None else _is_sentence(line.text)
    return WHITE if (width >= 1.8 and goes_on) or (width >= 3.2 and long) else 0


def _is_narrow_blank(line: TextLine, index: int) -> bool:
    """``"存款：  元"``: blanks that were typed between a colon and a unit, however narrow they are printed."""
    typed = line.glyphs[index].spaces >= 2 and line.gap_before(index) >= 0.45 * line.size
    return typed and line.text[index - 1] in "：:" and is_unit(text_after(line, index))


def _spaced_out(line: TextLine) -> bool:
    glyphs = len(line.glyphs)
    return glyphs <= 5 and all(line.gap_before(index) > 0.4 * line.size for index in range(1, glyphs))


def _is_sentence(text: str) -> bool:
    return len(text) > 10 and bool(re.search("[，,。；:：]", text))


def _at_start(line: TextLine, around: "Surroundings", taken: Taken) -> Iterator[Gap]:
    """White before a line that begins with a unit, the name of a place or a comma."""
    first = line.glyphs[0]
    room = first.rect.x0 - around.left
    plain = compact(line.text)
    if around.cell is not None:
        begins = bool(PLACE_NAME.match(compact(text_after(line, 0)))) or is_unit(plain)
        short = around.count <= 3 and around.index == 0 and len(plain) < 40 and not UNIT.match(plain)
        if begins and short and room > 2.2 * line.size and _free(taken, around.left, first.rect.x0):
            yield Gap(around.left + 2, first.rect.x0 - 1, 0, 0, START)
        return
    continues = first.text in "，,（(" and len(plain) > 22
    names_body = BODY.match(plain) and not PAPER.search(plain)
    if (continues or names_body) and room > 4 * line.size and _free(taken, around.left, first.rect.x0):
        yield Gap(max(around.left, first.rect.x0 - 16 * line.size), first.rect.x0 - 1, 0, 0, 0.5)


def _at_end(line: TextLine, around: "Surroundings", taken: Taken) -> Iterator[Gap]:
    """The rest of a line that ends with a colon."""
    last = line.glyphs[-1]
    plain = compact(line.text)
    if last.text not in "：:" or len(plain) > 60 or NOT_ASKING.search(plain):
        return
    stop = around.right - 3 if around.cell is not None else around.right
    start = last.rect.x1
    if around.cell is None and SECTION.match(plain):
        return
    if stop - start >= ROOM_AT_END and _free(taken, start + 1, stop) and not _goes_on(line, around):
        yield Gap(start + 1, stop, len(line.glyphs), len(line.glyphs), TAIL)


def _goes_on(line: TextLine, around: "Surroundings") -> bool:
    """Does the text itself go on, in a longer text of a cell, or with what the line announces?"""
    following = around.following
    if following is None:
        return False
    if around.cell is None:
        text = compact(following.text)
        if compact(line.text).count(":") > 1 or "_" in line.text:
            return False
        return following.rect.top - line.rect.bottom < 2.5 * line.size and bool(LISTED.match(text) or len(text) > 25)
    return following.rect.x0 < line.rect.x0 + 1.5 * line.size and len(compact(line.text)) > 30
