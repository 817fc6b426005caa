"""Reading a filled form back: does every value stand in its place, and on nothing that was printed?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

import pypdfium2
import pypdfium2.raw as pdfium

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind
from forms_library.detection.geometry import Rect
from forms_library.detection.vocabulary import BOXES, LEADERS, UNDERSCORES
from forms_library.validation.written import written

SLACK_CELL, SLACK_LINE = 0.6, 3.0  # points by which a character may leave its place
NOTHING = UNDERSCORES | LEADERS | BOXES  # printed to be written over
ACROSS, DOWN = 0.25, 0.45  # shares of a character that may lie over a printed one


class Fault(StrEnum):
    """What is wrong with a value that was written."""

    NOT_THERE = "not_there"
    OUTSIDE = "outside"
    OVER_PRINT = "over_print"


@dataclass(frozen=True)
class Fallen:
    """A field whose value did not come out right."""

    field: str
    fault: Fault


@dataclass(frozen=True)
class Printed:
    """A character on a page, and where."""

    text: str
    rect: Rect


def read_characters(data: bytes) -> list[list[Printed]]:
    """The characters of each page. PDFium is written in C: only for documents that were made here."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_characters(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _characters(page: pypdfium2.PdfPage) -> list[Printed]:
    height = page.get_height()
    text_page = page.get_textpage()
    found = []
    for index in range(text_page.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
        if text.isspace() or text in "\x00\ufffe":
            continue
        left, bottom, right, top = text_page.get_charbox(index, loose=False)
        found.append(Printed(text, Rect(left, height - top, right, height - bottom)))
    text_page.close()
    page.close()
    return found


def check(before: bytes, after: bytes, fields: Sequence[Field], values: Mapping[str, str]) -> list[Fallen]:
    """The fields whose values are not in their places. ``values`` are those that were written."""
    old, new = read_characters(before), read_characters(after)
    ink = [_added(printed or [], here or []) for printed, here in zip_longest(old, new)]
    faults = []
    for field in fields:
        value = values.get(field.id, "").strip()
        if value and field.kind is not FieldKind.OPTION:
            fault = _fault(field, value, ink[field.page], old[field.page])
            if fault:
                faults.append(Fallen(field.id, fault))
    return faults


def _added(old: list[Printed], new: list[Printed]) -> list[Printed]:
    known = Counter((one.text, round(one.rect.x0, 1), round(one.rect.top, 1)) for one in old)
    added = []
    for one in new:
        key = (one.text, round(one.rect.x0, 1), round(one.rect.top, 1))
        if known[key] > 0:
            known[key] -= 1
        else:
            added.append(one)
    return added


def _fault(field: Field, value: str, ink: list[Printed], printed: list[Printed]) -> Fault | None:
    slack = SLACK_CELL if field.shape in (Shape.CELL, Shape.COMB) else SLACK_LINE
    place = Rect(
        field.rect.x0 - SLACK_CELL, field.rect.top - slack, field.rect.x1 + SLACK_CELL, field.rect.bottom + slack
    )
    here = [one for one in ink if place.has_middle_of(one.rect)]
    shown = written(field, value)
    wanted = shown.removeprefix(field.printed).replace("-", "") if field.has_gaps else shown
    if Counter(one.text for one in here) != Counter("".join(wanted.split())):
        return Fault.NOT_THERE
    if any(one.rect.x0 < field.rect.x0 - slack - 1 or one.rect.x1 > field.rect.x1 + slack + 1 for one in here):
        return Fault.OUTSIDE
    over = any(_covers(one.rect, other.rect) for one in here for other in printed if other.text not in NOTHING)
    return Fault.OVER_PRINT if over else None


def _covers(one: Rect, other: Rect) -> bool:
    across = one.shared_width(other) > ACROSS * min(one.width, other.width)
    return across and one.shared_height(other) > DOWN * min(one.height, other.height)
