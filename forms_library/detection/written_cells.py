"""Cells in which something is printed, and in which something is to be written all the same."""

import re
from collections.abc import Iterator

from .drafts import Draft, Shape
from .empty_cells import naming
from .geometry import Rect
from .headings import Headings
from .labels import LONGEST, clean, compact, is_name
from .layout import Cell, Sheet, Table
from .line_places import LinePlaces, Surroundings, asked_below
from .options import boxes_of
from .text_lines import spelled
from .units import unit_of
from .vocabulary import DATE, HINT, NUMBER, OFFICE, PHOTO, SIGNATURE

ROOM_FOR_TEXT = 3.2  # characters: two lines
NOT_SURE = 0.57  # the confidence below which a place on a line does not make its cell a place


def group_of(headings: Headings, cell: Cell) -> str:
    """What the cell is called by its neighbour on the left, or else by the heading of its column."""
    beside = headings.table.left_of(cell)
    left = [other for other in beside if headings.names(other) and not NUMBER.match(compact(other.text))]
    if left:
        return clean(min(left, key=lambda other: abs(other.rect.top - cell.rect.top)).text)
    heading = headings.column(cell) if beside or headings.is_place(cell) else None
    return clean(heading.text) if heading else ""


def asks(table: Table, cell: Cell) -> bool:
    """Does the text of a cell say, at first sight, that the cell is to be filled in, signed or stamped?"""
    text = compact(cell.text)
    if not text or is_name_of_neighbour(table, cell):
        return False
    if unit_of(text) == text or _is_hint(cell) or re.search(r"[：:](?:_|$)|_{3}|年_*月_*日", text):
        return True
    return bool(SIGNATURE.search(text)) and text.endswith((":", "：", "日"))


def is_name_of_neighbour(table: Table, cell: Cell) -> bool:
    """``"姓名："`` beside an empty cell: the colon points to that cell."""
    beside = any(other.blank and abs(other.rect.top - cell.rect.top) < 4 for other in table.right_of(cell))
    text = compact(cell.text)
    return beside and text.endswith((":", "：")) and is_name(text) and not re.search(r"[：:].*[：:]|_{2}", text)


def places_in(sheet: Sheet, headings: Headings, cell: Cell) -> list[Draft]:
    """What is to be filled in on the lines of a cell. ``headings`` know the cells that ask something."""
    if is_name_of_neighbour(headings.table, cell):
        return []
    group = asked = group_of(headings, cell)
    found: list[Draft] = []
    begun = 0
    for index, line in enumerate(cell.lines):
        if line.glyphs[0].turn:
            continue
        squares = [s for s in sheet.squares if cell.rect.has_middle_of(s) and abs(s.middle - line.rect.middle) < 9]
        following = cell.lines[index + 1] if index + 1 < len(cell.lines) else None
        surroundings = Surroundings(
            *(
                cell.rect.x0,
                max(cell.rect.x1, line.rect.x1 + 5),
                asked if boxes_of(line, squares) else group,
                cell,
                sheet.chinese,
                index,
                len(cell.lines),
                following,
            ),
            rules=[rule for rule in sheet.rules if cell.rect.top <= rule.at <= cell.rect.bottom],
            squares=squares,
            begun=begun,
        )
        on_line = LinePlaces(line, surroundings)
        found += on_line.find()
        begun = on_line.wrapped
        if not boxes_of(line, squares):
            asked = asked_below(line, group)
    return _one_option(headings.table, cell, found)


def _one_option(table: Table, cell: Cell, found: list[Draft]) -> list[Draft]:
    """A cell that is one option has all of its text as the option's words."""
    single = len(found) == 1 and found[0].shape is Shape.BOX and cell.glyphs[0].box
    if single and len(compact(cell.text)) <= LONGEST:
        found[0].label = clean(cell.text)
        found[0].group = _above_options(table, cell) or found[0].group
    return found


def _above_options(table: Table, cell: Cell) -> str:
    """The text above a column of options."""
    current = cell
    while True:
        above = [other for other in table.above(current) if other.columns == cell.columns]
        if not above:
            return ""
        current = above[0]
        if not current.blank and not any(glyph.box for glyph in current.glyphs):
            return clean(current.text)


def is_place(found: list[Draft]) -> bool:
    """Do these places make the cell one that is filled in, and that names nothing?"""
    boxes = sum(draft.shape is Shape.BOX for draft in found)
    sure = [draft for draft in found if draft.shape is not Shape.BOX and draft.confidence >= NOT_SURE]
    return bool(sure) or boxes > 1


def whole_cells(headings: Headings, found: dict[int, list[Draft]]) -> Iterator[Draft]:
    """Cells that are one place as a whole. ``found`` has what was found on the lines of each, by its ``id``."""
    tops = []
    for cell in headings.table.cells:
        if cell.blank:
            continue
        group = group_of(headings, cell)
        places = found.get(id(cell), [])
        draft = (_signed(cell, group, places) or _roomy(cell, places)) if places else _printed(headings, cell, group)
        if draft:
            yield draft
        elif not places and _is_label_on_top(headings.table, cell):
            tops.append(cell)
    yield from _labelled_on_top(headings.table, tops)


def _signed(cell: Cell, group: str, places: list[Draft]) -> Draft | None:
    """A cell that is for an opinion, a signature, a seal and a date."""
    text = compact(cell.text)
    if OFFICE.search(group) and not any(draft.shape in (Shape.BOX, Shape.COMB) for draft in places):
        return _whole(cell, group, 0.8)
    if cell.rect.height <= 55 or len(text) >= 60 or any(draft.shape is Shape.BOX for draft in places):
        return None
    room = cell.lines[0].rect.top - cell.rect.top > 25
    first = compact(cell.lines[0].text)
    signed = SIGNATURE.search(first) or ("年" in first and not DATE.search(group))
    if room and cell.rect.width > 120 and cell.rect.height > 60 and signed:
        return _whole(cell, group or clean(spelled(cell.lines[0].glyphs)), 0.7)
    begins = "".join(line.text for line in cell.lines[:2])
    if not group and cell.rect.width > 80 and SIGNATURE.search(begins):
        return _whole(cell, clean(spelled(cell.lines[0].glyphs)), 0.6)
    return None


def _roomy(cell: Cell, places: list[Draft]) -> Draft | None:
    """A name with a colon at the top of a cell that has room for a text below it."""
    only = places[0]
    room = cell.rect.bottom - cell.lines[-1].rect.bottom
    alone = (
        len(places) == len(cell.lines) == 1 and only.shape is Shape.LINE and only.span[0] == len(cell.lines[0].glyphs)
    )
    if not alone or room < ROOM_FOR_TEXT * cell.lines[0].size or SIGNATURE.search(only.label):
        return None
    return _whole(cell, only.label, 0.75)


def _printed(headings: Headings, cell: Cell, group: str) -> Draft | None:
    """A cell with a unit, a hint or an instruction, and room to write."""
    text, rect = compact(cell.text), cell.rect
    if (unit := unit_of(text)) == text and unit and (group or rect.width > 60):
        return _called(headings, cell, group, 0.85, unit=clean(cell.text) or unit)
    if PHOTO.search(text) and rect.height > 45 and len(text) < 60:
        return _whole(cell, clean(cell.text), 0.85, zone="photo")
    if _is_hint(cell):
        return _called(headings, cell, group or clean(cell.text), 0.8, hint=clean(cell.text))
    if OFFICE.search(group) and rect.height > 50 and len(text) < 60:
        return _whole(cell, group, 0.7)
    if rect.height > 55 and SIGNATURE.search(text) and len(text) < 50 and not _names_neighbour(headings, cell):
        return _whole(cell, clean(cell.text), 0.6)
    return None


def _names_neighbour(headings: Headings, cell: Cell) -> bool:
    """Is this the name of the cell on its right or below, which is to be signed or stamped?"""
    if any(other.blank for other in headings.table.below(cell)):
        return True
    right = [other for other in headings.table.right_of(cell) if abs(other.rect.top - cell.rect.top) < 4]
    return any(other.blank or not SIGNATURE.search(other.text) or headings.names(cell) for other in right)


def _is_hint(cell: Cell) -> bool:
    """Words in brackets that say how to fill in a cell, with room beside them."""
    inked = sum(line.rect.height for line in cell.lines)
    text = compact(cell.text)
    roomy = cell.rect.height > 2.2 * inked + 6 and cell.rect.width > 60
    return roomy and len(text) < 110 and bool(HINT.match(text)) and not PHOTO.search(text)


def _called(headings: Headings, cell: Cell, otherwise: str, confidence: float, unit: str = "", hint: str = "") -> Draft:
    """A place that is called as an empty cell would be."""
    name = naming(headings, cell)
    known = name is not None and name.label and name.confidence > 0.5
    draft = _whole(cell, name.label if name and known else otherwise, confidence)
    draft.unit, draft.hint, draft.column, draft.row = unit, hint, name.column if name else "", cell.rows.first
    draft.room = room_in(cell)
    return draft


def _whole(cell: Cell, label: str, confidence: float, zone: str = "") -> Draft:
    return Draft(cell.rect, Shape.CELL, label, confidence, cell=cell, zone=zone, room=room_in(cell))


def _is_label_on_top(table: Table, cell: Cell) -> bool:
    """Is the text a small name in the top left corner of the place it names?"""
    if any(other.blank for other in [*table.right_of(cell), *table.below(cell)]) or cell.lines[0].glyphs[0].turn:
        return False
    first, last, rect = cell.lines[0].rect, cell.lines[-1].rect, cell.rect
    above, below = first.top - rect.top, rect.bottom - last.bottom
    fits = is_name(cell.text) and rect.width > 60 and rect.height >= 18 and first.x0 - rect.x0 < 12
    return (
        fits and below >= max(9, 0.9 * cell.lines[-1].size) and above <= 0.3 * rect.height and below > above * 1.6 + 2
    )


def _labelled_on_top(table: Table, tops: list[Cell]) -> Iterator[Draft]:
    """Such cells stand side by side; one among others is a title."""
    known = {id(cell) for cell in tops}
    for cell in tops:
        if all(id(other) in known for other in [*table.left_of(cell), *table.right_of(cell)]):
            yield _whole(cell, clean(cell.text), 0.6)


def room_in(cell: Cell) -> Rect:
    """The widest empty band of a cell: below, above or beside what is printed in it."""
    rect = cell.rect
    if not cell.lines:
        return rect
    bands = []
    start = rect.top
    for line in sorted(cell.lines, key=lambda one: one.rect.top):
        bands.append((line.rect.top - start, start, line.rect.top))
        start = max(start, line.rect.bottom)
    bands.append((rect.bottom - start, start, rect.bottom))
    height, top, bottom = max(bands)
    if height >= 13:
        return Rect(rect.x0, top + 1, rect.x1, bottom - 1)
    left = min(line.rect.x0 for line in cell.lines) - rect.x0
    right = rect.x1 - max(line.rect.x1 for line in cell.lines)
    if max(left, right) <= 15:
        return rect
    if left >= right:
        return Rect(rect.x0, rect.top, rect.x0 + left - 2, rect.bottom)
    return Rect(rect.x1 - right + 2, rect.top, rect.x1, rect.bottom)
