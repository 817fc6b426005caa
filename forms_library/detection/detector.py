"""From pages to fields, zones and groups."""

from collections.abc import Callable, Iterable
from itertools import count

from . import kinds, zones
from .assembly import sheet_of
from .continuation import cut_of, go_on
from .drafts import Draft
from .fields import Detection, Field, PageInfo, Zone, ZoneKind
from .groups import groups_of
from .layout import Page, Sheet
from .sheet_places import places

SCANNED = 0.5  # of the page is covered by pictures
FEW_GLYPHS = 20
LONGEST_LABEL = 100


def detect(pages: Iterable[Page]) -> Detection:
    """Everything to fill in on the pages of a form. Raises ``TooComplexError``."""
    infos, sheets = [], []
    for page in pages:
        infos.append(PageInfo(page.width, page.height, is_scanned(page)))
        sheets.append(sheet_of(page))
    return detect_in(sheets, infos)


def is_scanned(page: Page) -> bool:
    """Is this a picture of a page?"""
    return len(page.glyphs) < FEW_GLYPHS and page.pictures > SCANNED


def no_source(draft: Draft) -> str:
    """A PDF has rectangles and nothing else."""
    return ""


def detect_in(sheets: list[Sheet], infos: list[PageInfo], source: Callable[[Draft], str] = no_source) -> Detection:
    """The same for sheets of any format. ``source`` says where in its file a place is."""
    drafts = _drafts(sheets)
    numbers = count(1)
    found_zones: list[Zone] = []
    found: list[list[tuple[Draft, Field]]] = []
    for sheet, on_sheet in zip(sheets, drafts, strict=True):
        found.append([])
        for draft in on_sheet:
            zone = zones.kind_of(draft)
            if zone:
                found_zones.append(_zone(sheet.number, draft, zone, source(draft)))
            else:
                found[-1].append((draft, _field(f"f{next(numbers)}", sheet.number, draft, source(draft))))
    fields = tuple(field for on_page in found for _draft, field in on_page)
    return Detection(tuple(infos), fields, tuple(found_zones), tuple(groups_of(found)))


def _drafts(sheets: list[Sheet]) -> list[list[Draft]]:
    """The places of each sheet, with what the sheet before it leaves to it."""
    found = []
    cut, office = None, False
    for sheet in sheets:
        drafts = go_on(cut, sheet, places(sheet))
        parts = zones.office_parts(sheet, office)
        zones.mark_office(sheet, drafts, parts)
        found.append(zones.without_places_in_zones(drafts))
        cut = cut_of(sheet, drafts)
        office = bool(parts) and parts[-1].bottom >= max((t.rect.bottom for t in sheet.tables), default=sheet.height)
    return found


def _zone(page: int, draft: Draft, kind: ZoneKind, source: str) -> Zone:
    label = zones.short_name(draft.label) if kind is ZoneKind.PHOTO else draft.label
    return Zone(page, draft.rect.rounded(), label[:LONGEST_LABEL], kind, draft.confidence, source)


def _field(name: str, page: int, draft: Draft, source: str) -> Field:
    return Field(
        id=name,
        page=page,
        rect=draft.rect.rounded(),
        room=(draft.room or draft.rect).rounded(),
        label=draft.label[:LONGEST_LABEL],
        kind=kinds.kind_of(draft),
        shape=draft.shape,
        confidence=draft.confidence,
        group=draft.group,
        unit=draft.unit,
        hint=draft.hint,
        ticked=draft.ticked,
        printed=draft.printed,
        parts=tuple(part.rounded() for part in draft.parts),
        source=source,
        more=tuple((number, rect.rounded()) for number, rect in draft.more),
    )
