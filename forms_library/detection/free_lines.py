"""Places on lines outside tables, and on drawn rules of their own."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from .captions import captioned
from .drafts import Draft, Shape
from .gaps import rules_under
from .geometry import Rect
from .headings import Headings
from .labels import clean
from .layout import Glyph, Sheet, Stroke, TextLine
from .line_places import LinePlaces, Surroundings, asked_below
from .options import boxes_of
from .text_lines import spelled
from .written_cells import group_of

SHORTEST = 25.0  # points of a rule without words
WIDEST = 0.62  # of the page: a longer rule divides a Chinese page
WIDEST_NEAR, WIDEST_FAR = 0.93, 0.72  # of a page in another language: with words near it, and without
ROOM = 40.0  # points after the end of a line that was not wrapped
NEXT_LINE, SAME_END = 22.0, 40.0  # points between two lines to write on, and between their ends
BESIDE = 220.0  # points between a drawn box and the end of its words


def free_places(sheet: Sheet) -> Iterator[Draft]:
    """What is to be filled in outside tables."""
    asked = ""
    for line, following in zip_longest(sheet.lines, sheet.lines[1:]):
        squares = [square for square in sheet.squares if abs(square.middle - line.rect.middle) < 9]
        boxes = boxes_of(line, squares)
        right = _right_limit(sheet, line)
        surroundings = Surroundings(
            *(sheet.margins[0], right, asked if boxes else "", None, sheet.chinese),
            rules=sheet.rules,
            squares=squares,
            following=following if following and abs(following.rect.x0 - line.rect.x0) < 60 else None,
            widest_rule=WIDEST * sheet.width,
        )
        yield from LinePlaces(line, surroundings).find()
        if not boxes:
            asked = asked_below(line, "")


def _right_limit(sheet: Sheet, line: TextLine) -> float:
    """Where writing on the rest of a line must end: at the next words, at a table, or at the margin."""
    beside = [other.rect for other in sheet.lines if other is not line] + [table.rect for table in sheet.tables]
    limits = [r.x0 - 2 for r in beside if r.shared_height(line.rect) > 2 and r.x0 > line.rect.x1]
    margin = sheet.margins[1] if line.rect.x1 <= sheet.margins[1] else line.rect.x1 + ROOM
    return min([margin, *limits])


def bare_rules(sheet: Sheet, used: Sequence[Draft]) -> Iterator[Draft]:
    """Rules on whose line nothing is printed: their name stands below, or nowhere."""
    lines = [*sheet.lines, *(line for table in sheet.tables for cell in table.cells for line in cell.lines)]
    written = {id(rule) for line in lines for rule in rules_under(line, sheet.rules) if _is_on(line, rule)}
    for rule in sheet.rules:
        if id(rule) in written or _divides(sheet, rule) or _is_used(rule, used):
            continue
        pieces = captioned(rule, sheet.lines) if not sheet.chinese else []
        for start, end, caption in pieces or [(rule.start, rule.end, _caption(rule, sheet.lines))]:
            rect = Rect(start, rule.at - 12, end, rule.at + 1)
            label = clean(caption) or _goes_on(rect, used) or _cell_name(sheet, rect)
            if label or not sheet.chinese:
                yield Draft(rect, Shape.LINE, label, 0.6 if label else 0.45)


def _goes_on(rect: Rect, used: Sequence[Draft]) -> str:
    """The name of the place right above that has to be written on more than one line."""
    above = [
        draft
        for draft in used
        if draft.shape is Shape.LINE
        and 0 <= rect.top - draft.rect.bottom < NEXT_LINE
        and abs(draft.rect.x1 - rect.x1) < SAME_END
    ]
    return max(above, key=lambda draft: draft.rect.bottom).label if above else ""


def _cell_name(sheet: Sheet, rect: Rect) -> str:
    """What the cell is called that a rule is drawn in."""
    for table in sheet.tables:
        for cell in table.cells:
            if cell.rect.has_middle_of(rect):
                return group_of(Headings(table), cell)
    return ""


def _is_on(line: TextLine, rule: Stroke) -> bool:
    """Do the rule and the words share more than a height?"""
    return line.rect.x0 - 400 < rule.end and rule.start < line.rect.x1 + 400


def _is_used(rule: Stroke, used: Sequence[Draft]) -> bool:
    on_it = Rect(rule.start, rule.at - 9, rule.end, rule.at + 1)
    return any(draft.rect.shared_area(on_it) > 0.3 * on_it.area for draft in used)


def _divides(sheet: Sheet, rule: Stroke) -> bool:
    """Is this a line between two parts of the page, and not one to write on?"""
    if rule.length < SHORTEST:
        return True
    if sheet.chinese:
        return rule.length > WIDEST * sheet.width
    near = any(abs(line.rect.bottom - rule.at) < 14 for line in sheet.lines)
    return rule.length > (WIDEST_NEAR if near else WIDEST_FAR) * sheet.width


def _caption(rule: Stroke, lines: Sequence[TextLine]) -> str:
    """The words printed right below a rule."""
    for line in lines:
        if 0 <= line.rect.top - rule.at < 10 and line.rect.x0 < rule.end and rule.start < line.rect.x1:
            return spelled([g for g in line.glyphs if rule.start - 3 <= g.rect.x0 <= rule.end + 3])
    return ""


def drawn_boxes(sheet: Sheet, used: Sequence[Draft]) -> Iterator[Draft]:
    """Drawn boxes beside which no line was read, with the words on their right."""
    known = [draft.rect for draft in used if draft.shape is Shape.BOX]
    for square in sheet.squares:
        if any(rect.shared_area(square) > 0.5 * square.area for rect in known):
            continue
        yield Draft(square, Shape.BOX, clean(_words_right_of(square, sheet)), 0.8)


def _words_right_of(square: Rect, sheet: Sheet) -> str:
    near = [
        glyph
        for table_or_page in [sheet.lines, *(cell.lines for table in sheet.tables for cell in table.cells)]
        for line in table_or_page
        for glyph in line.glyphs
        if abs(glyph.rect.middle - square.middle) < 7 and square.x1 - 1 <= glyph.rect.x0 < square.x1 + BESIDE
    ]
    words: list[Glyph] = []
    for glyph in sorted(near, key=lambda one: one.rect.x0):
        if glyph.rect.x0 - (words[-1].rect.x1 if words else square.x1) > 14:
            break
        words.append(glyph)
    return spelled(words)
