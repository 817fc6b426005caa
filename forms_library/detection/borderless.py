"""Tables without vertical lines, and without lines at all: columns are what stands below their headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .drafts import Draft, Shape
from .geometry import Rect, around
from .labels import clean, compact, is_name
from .layout import Glyph, Sheet, Stroke, TextLine
from .text_lines import spelled
from .vocabulary import NUMBER

APART = 1.5  # characters of white between two headings
SAME_ENDS = 4.0  # points
SHORTEST = 0.35  # of the page: a rule of a table
TALLEST = 0.5  # of the page between two rules of a table
LOWEST_ROW, HIGHEST_ROW = 10.0, 40.0  # points
LONGEST = 20  # characters of a heading
CONFIDENCE = 0.7


@dataclass(frozen=True)
class Chunk:
    """Words of a line that stand by themselves."""

    glyphs: tuple[Glyph, ...]

    @property
    def rect(self) -> Rect:
        return around(glyph.rect for glyph in self.glyphs)

    @property
    def text(self) -> str:
        return clean(spelled(self.glyphs))


def borderless_places(sheet: Sheet) -> tuple[list[Draft], list[Stroke]]:
    """Empty places below headings, between rules of the same length or beside numbered rows; and those rules."""
    found: list[Draft] = []
    used: list[Stroke] = []
    for rules in _stacks(sheet):
        between = list(_between_rules(sheet, rules))
        if between:
            found += between
            used += rules
    areas = [draft.rect for draft in found]
    lines = [line for line in sheet.lines if not any(area.shared_height(line.rect) > 3 for area in areas)]
    return [*found, *_numbered_rows(sheet, lines)], used


def chunks_of(line: TextLine) -> list[Chunk]:
    groups: list[list[Glyph]] = [[line.glyphs[0]]]
    for index in range(1, len(line.glyphs)):
        if line.gap_before(index) > APART * line.size:
            groups.append([])
        groups[-1].append(line.glyphs[index])
    return [Chunk(tuple(group)) for group in groups]


# --- between rules ------------------------------------------------------------------------------------------------


def _stacks(sheet: Sheet) -> list[list[Stroke]]:
    """Rules of the same length one below the other."""
    long = sorted((rule for rule in sheet.rules if rule.length > SHORTEST * sheet.width), key=lambda rule: rule.at)
    stacks: list[list[Stroke]] = []
    for rule in long:
        for stack in stacks:
            if _follows(sheet, stack[-1], rule):
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) >= 3]


def _follows(sheet: Sheet, last: Stroke, rule: Stroke) -> bool:
    """Is the rule the next one of the same table?"""
    same = abs(last.start - rule.start) < SAME_ENDS and abs(last.end - rule.end) < SAME_ENDS
    between = any(last.at < table.rect.middle < rule.at for table in sheet.tables)
    return same and not between and LOWEST_ROW < rule.at - last.at < TALLEST * sheet.height


def _between_rules(sheet: Sheet, rules: list[Stroke]) -> Iterator[Draft]:
    """The first band holds the headings; the bands below it are rows, or several rows each."""
    bands = [
        (above.at, below.at, [line for line in sheet.lines if above.at < line.rect.middle < below.at])
        for above, below in pairwise(rules)
    ]
    headings = _headings(bands[0][2])
    if not headings or not any(_empty_columns(band[2], headings) for band in bands[1:]):
        return
    columns = _columns(headings, rules[0])
    row = 0
    for top, bottom, lines in bands[1:]:
        for row_top, row_bottom in _rows(top, bottom, lines):
            row += 1
            inside = [line for line in lines if row_top < line.rect.middle < row_bottom]
            yield from _row(columns, row_top, row_bottom, inside, row)


def _headings(lines: Sequence[TextLine]) -> list[Chunk]:
    if len(lines) != 1:
        return []
    chunks = chunks_of(lines[0])
    fit = len(chunks) >= 2 and all(is_name(chunk.text, LONGEST) and ":" not in compact(chunk.text) for chunk in chunks)
    return chunks if fit and "：" not in lines[0].text else []


def _empty_columns(lines: Sequence[TextLine], headings: list[Chunk]) -> bool:
    """Is nothing printed below some of the headings?"""
    printed = [glyph.rect for line in lines for glyph in line.glyphs]
    below = [h.rect for h in headings]
    return any(not any(rect.shared_width(heading) > 1 for rect in printed) for heading in below)


def _columns(headings: list[Chunk], rule: Stroke) -> list[tuple[float, float, str]]:
    """Left edge, right edge and name of each column."""
    edges = [rule.start]
    for before, after in pairwise(headings):
        gap = after.rect.x0 - before.rect.x1
        edges.append(after.rect.x0 - min(0.5 * gap, 12))
    edges.append(rule.end)
    return [(x0, x1, heading.text) for (x0, x1), heading in zip(pairwise(edges), headings, strict=True)]


def _rows(top: float, bottom: float, lines: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Rows of a band: one for each line in it."""
    if len(lines) <= 1:
        return [(top, bottom)]
    middles = sorted(line.rect.middle for line in lines)
    edges = [top, *((above + below) / 2 for above, below in pairwise(middles)), bottom]
    return list(pairwise(edges))


def _row(
    columns: list[tuple[float, float, str]], top: float, bottom: float, lines: Sequence[TextLine], row: int
) -> Iterator[Draft]:
    printed = [glyph.rect for line in lines for glyph in line.glyphs]
    for x0, x1, name in columns:
        place = Rect(x0, top, x1, bottom)
        if not any(place.has_middle_of(rect) for rect in printed):
            yield Draft(place, Shape.CELL, name, CONFIDENCE, column=name, row=row)


# --- numbered rows ------------------------------------------------------------------------------------------------


def _numbered_rows(sheet: Sheet, lines: Sequence[TextLine]) -> Iterator[Draft]:
    """A line of headings, and below it rows of which only the number is printed."""
    for index, line in enumerate(lines):
        headings = _headings([line])
        if len(headings) < 3:
            continue
        rows = _numbers_below(headings[0], lines[index + 1 :])
        if len(rows) < 2:
            continue
        edge = Stroke(True, line.rect.bottom, headings[0].rect.x0, max(headings[-1].rect.x1 + 20, sheet.margins[1]))
        columns = _columns(headings, edge)[1:]
        height = min(below.rect.top - above.rect.top for above, below in pairwise(rows))
        for number, row in enumerate(rows, 1):
            middle = row.rect.middle
            yield from _row(columns, middle - height / 2, middle + height / 2, [row], number)


def _numbers_below(heading: Chunk, lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines that are one number each, below the first heading."""
    rows: list[TextLine] = []
    bottom = heading.rect.bottom
    for line in lines:
        close = line.rect.top - bottom < HIGHEST_ROW
        if not (close and NUMBER.match(compact(line.text)) and line.rect.shared_width(heading.rect) > 0):
            break
        rows.append(line)
        bottom = line.rect.bottom
    return rows
