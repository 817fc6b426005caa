"""Places that applicants must not fill in by machine: to sign, for the office, for a photograph."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .drafts import Draft, Shape
from .fields import ZoneKind
from .labels import compact
from .layout import Sheet, Table
from .vocabulary import APPLICANT_FROM_HERE, OFFICE, OFFICE_FILLS, OFFICE_FROM_HERE, PHOTO, SIGNATURE

TALL_PHOTO = 45.0  # points
PAGE_TOP = 0.25  # of the page: where a table begins that goes on from the page before


@dataclass(frozen=True)
class OfficePart:
    """A part of a page that the office fills in, from ``top`` to ``bottom`` in points."""

    top: float
    bottom: float


def kind_of(draft: Draft) -> ZoneKind | None:
    """What kind of zone a place is by its name; nothing for one that an applicant fills in."""
    if draft.zone:
        return ZoneKind(draft.zone)
    if draft.shape in (Shape.BOX, Shape.DATE, Shape.COMB):
        return ZoneKind.OFFICE if draft.office else None
    label = compact(draft.label)
    if PHOTO.search(label) and (draft.shape is Shape.LINE or draft.rect.height > TALL_PHOTO):
        return ZoneKind.PHOTO
    if OFFICE.search(label) or draft.office:
        return ZoneKind.OFFICE
    return ZoneKind.SIGNATURE if SIGNATURE.search(label) else None


def short_name(label: str) -> str:
    """``"（身份证复印件粘贴处，可另附页）"`` -> ``"身份证复印件粘贴处"``."""
    return re.split(r"[，,；;。]", label.strip("（()）"))[0] or label


def office_parts(sheet: Sheet, goes_on: bool) -> list[OfficePart]:
    """Parts below "以下由…填写", up to the applicant's next turn. ``goes_on``: the page before ended in one."""
    turns = sorted(_turns(sheet))
    start = 0.0 if goes_on and _begins_with_table(sheet) else None
    parts = []
    for at, office in turns:
        if office and start is None:
            start = at
        elif not office and start is not None:
            parts.append(OfficePart(start, at))
            start = None
    if start is not None:
        end = sheet.height if turns else max((table.rect.bottom for table in sheet.tables[:1]), default=sheet.height)
        parts.append(OfficePart(start, end))
    return parts


def _turns(sheet: Sheet) -> Iterator[tuple[float, bool]]:
    """Where it is said who fills in what follows; true for the office."""
    lines = [*sheet.lines, *(line for table in sheet.tables for cell in table.cells for line in cell.lines)]
    for line in lines:
        text = compact(line.text)
        if APPLICANT_FROM_HERE.search(text):
            yield line.rect.top, False
        elif OFFICE_FROM_HERE.search(text) or OFFICE_FROM_HERE.search(line.text):
            yield line.rect.top, True


def _begins_with_table(sheet: Sheet) -> bool:
    first = min((table.rect.top for table in sheet.tables), default=sheet.height)
    return first < PAGE_TOP * sheet.height and not any(line.rect.bottom < first for line in sheet.lines)


def mark_office(sheet: Sheet, drafts: Iterable[Draft], parts: Iterable[OfficePart]) -> None:
    """Mark the places in such parts, and those beside a cell that says that the office fills in its rows."""
    areas = list(parts)
    rows = {id(table): _office_rows(table) for table in sheet.tables}
    for draft in drafts:
        in_part = any(part.top < draft.rect.top < part.bottom for part in areas)
        beside = draft.cell is not None and any(
            draft.cell.rows.first >= first and draft.cell.rows.end <= end and draft.cell.columns.first >= column
            for table in sheet.tables
            if draft.cell in table.cells
            for first, end, column in rows[id(table)]
        )
        draft.office = draft.office or in_part or beside


def _office_rows(table: Table) -> list[tuple[int, int, int]]:
    """First row, end row and column from which on cells are the office's."""
    return [
        (cell.rows.first, cell.rows.end, cell.columns.end)
        for cell in table.cells
        if cell.text and cell.rows.end - cell.rows.first > 1 and OFFICE_FILLS.search(compact(cell.text))
    ]


def without_places_in_zones(drafts: list[Draft]) -> list[Draft]:
    """Without places that lie in a zone that is a whole cell: the date beside the stamp of the office."""
    zones = [draft for draft in drafts if draft.shape is Shape.CELL and kind_of(draft)]
    return [
        draft
        for draft in drafts
        if not any(
            zone is not draft and zone.cell is draft.cell and zone.rect.contains(draft.rect, 3) for zone in zones
        )
    ]
