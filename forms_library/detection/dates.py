"""Places for a date: "____年__月__日"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .drafts import Draft, Shape
from .geometry import Rect
from .layout import Glyph, TextLine
from .vocabulary import DATE_LABEL_END, UNDERSCORES

_FILLERS = "".join(UNDERSCORES)
_PATTERN = re.compile(rf"年[{_FILLERS}\s]*月(?:[{_FILLERS}\s]*日)?")
_CENTURY = re.compile(r"(?<!\d)(?:20|19)\d?$")
NARROW = 0.42  # of a character: white between 年 and 月 in which a number has room
ENOUGH = 1.2  # characters of white in all
YEAR = 4.5  # characters before 年 that a year may take
LABEL_GAP = 2.2
LONGEST_LABEL = 20
DEFAULT = "日期"


@dataclass(frozen=True)
class FoundDate:
    """Where a date stands on a line: from ``start`` to ``end`` in points, its first and last glyph.

    ``printed`` are the first digits of the year, where they are printed already.
    """

    start: float
    end: float
    first: int
    last: int
    parts: tuple[Rect, ...]
    printed: str = ""

    @property
    def words_end(self) -> int:
        """Where the words before the date end: before the digits of the year that are printed."""
        return self.first - len(self.printed)


def dates_of(line: TextLine, left_edge: float) -> Iterator[FoundDate]:
    """All places for dates on a line. ``left_edge`` is where writing may begin."""
    for match in _PATTERN.finditer(line.text):
        marks = [index for index in range(match.start(), match.end()) if line.text[index] in "年月日"]
        if _has_room(line, marks):
            yield _found(line, marks, left_edge)


def _has_room(line: TextLine, marks: list[int]) -> bool:
    """Is there white, or are there underscores, between the marks?"""
    glyphs = [line.glyphs[index] for index in marks]
    gaps = [after.rect.x0 - before.rect.x1 for before, after in pairwise(glyphs)]
    if re.search(r"(?:日期|时间)[:：]?$", line.text[: marks[0]]) or all(g.spaces >= 2 for g in glyphs[1:]):
        return True
    enough = ENOUGH if len(gaps) > 1 else ENOUGH * 0.8
    if len(gaps) == 1 and not _room_before(line, marks[0]):
        return False
    return all(gap > NARROW * line.size for gap in gaps) and sum(gaps) > enough * line.size


def _room_before(line: TextLine, year: int) -> bool:
    """Is there room for a year before 年?"""
    if year == 0:
        return True
    before = line.glyphs[year - 1]
    return before.text in UNDERSCORES or line.gap_before(year) > line.size


def _found(line: TextLine, marks: list[int], left_edge: float) -> FoundDate:
    year = line.glyphs[marks[0]]
    before = marks[0] - 1
    while before >= 0 and line.glyphs[before].text in UNDERSCORES:
        before -= 1
    if before < marks[0] - 1:
        start = line.glyphs[before + 1].rect.x0
    else:
        nearest = line.glyphs[before].rect.x1 if before >= 0 else max(left_edge, year.rect.x0 - 4 * line.size)
        start = max(nearest, year.rect.x0 - YEAR * line.size)
    end = line.glyphs[marks[-1]].rect.x1
    gaps = _gaps(line, start, [line.glyphs[index] for index in marks])
    century = _CENTURY.search(line.text[: before + 1])
    return FoundDate(start, end, before + 1, marks[-1], gaps, century[0] if century else "")


def _gaps(line: TextLine, start: float, marks: list[Glyph]) -> tuple[Rect, ...]:
    """Where year, month and day are to be written."""
    gaps = []
    for mark in marks:
        gaps.append(Rect(start, line.rect.top, max(mark.rect.x0, start), line.rect.bottom))
        start = mark.rect.x1
    return tuple(gaps)


def draft_of(line: TextLine, found: FoundDate, before: str, group: str) -> Draft:
    """``before`` is the text before the date, ``group`` what the cell is called."""
    label = before
    named = bool(label) and bool(DATE_LABEL_END.search(label)) and len(label) < LONGEST_LABEL
    if not named:
        label = group if group and DATE_LABEL_END.search(group) and len(group) < LONGEST_LABEL else DEFAULT
    elif len(label) <= 2 and group:
        label = f"{group} {label}"
    rect = Rect(found.start, line.rect.top, found.end, line.rect.bottom)
    return Draft(
        *(rect, Shape.DATE, label, 0.9),
        group=group,
        parts=found.parts,
        line=line,
        span=(found.first, found.last + 1),
        printed=found.printed,
    )
