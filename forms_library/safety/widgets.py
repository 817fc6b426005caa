"""AcroForm fields as a source of places: their rectangles are taken, the fields themselves are not published."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Detection, Field, FieldKind, Zone, ZoneKind
from forms_library.detection.geometry import Rect
from forms_library.detection.kinds import by_name
from forms_library.detection.text_lines import is_chinese

from .pdf_rebuild import rotation, visible_box

MOST = 2_000
MULTILINE, PASSWORD, COMB, PUSH_BUTTON = 1 << 12, 1 << 13, 1 << 24, 1 << 16  # ISO 32000-1, tables 226 and 228
HIDDEN = 0b10  # table 165
TALL = 26.0  # points: a field that is as high as this takes more than one line
SURE = 0.95
OVERLAP = 0.4  # of the smaller place


@dataclass(frozen=True)
class Widget:
    """One place of an AcroForm field on an upright page, in points from the top left."""

    page: int
    rect: Rect
    name: str
    title: str
    type: str
    flags: int = 0
    length: int = 0


def read_widgets(document: pikepdf.Pdf) -> list[Widget]:
    """All places of fields that can be seen."""
    found = [widget for number, page in enumerate(document.pages) for widget in _on_page(number, page)]
    return found[:MOST]


def _on_page(number: int, page: pikepdf.Page) -> Iterator[Widget]:
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    for annotation in list(annotations)[:MOST]:
        if not isinstance(annotation, pikepdf.Dictionary) or annotation.get("/Subtype") != "/Widget":
            continue
        kind, flags = str(_inherited(annotation, "/FT") or ""), _whole(_inherited(annotation, "/Ff"))
        if (
            _whole(annotation.get("/F")) & HIDDEN
            or (kind == "/Btn" and flags & PUSH_BUTTON)
            or "/Rect" not in annotation
        ):
            continue
        rect = _upright(annotation["/Rect"], page)
        if rect.width > 2 and rect.height > 2:
            title = str(_inherited(annotation, "/TU") or "")
            yield Widget(number, rect, _name(annotation), title, kind, flags, _whole(_inherited(annotation, "/MaxLen")))


def _inherited(annotation: Any, key: str) -> Any:
    current = annotation
    for _generation in range(10):
        if not isinstance(current, pikepdf.Dictionary):
            return None
        if key in current:
            return current[key]
        current = current.get("/Parent")
    return None


def _name(annotation: Any) -> str:
    names: list[str] = []
    current = annotation
    for _generation in range(10):
        if not isinstance(current, pikepdf.Dictionary):
            break
        if "/T" in current:
            names.insert(0, str(current["/T"]))
        current = current.get("/Parent")
    return ".".join(names)[:200]


def _whole(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        return 0


def _upright(box: Any, page: pikepdf.Page) -> Rect:
    """A rectangle of the page as it was, on the page as it is rebuilt."""
    left, low, right, high = visible_box(page)
    x0, y0, x1, y1 = (float(value) for value in box)
    x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    turned = {
        90: Rect(y0 - low, x0 - left, y1 - low, x1 - left),
        180: Rect(right - x1, y0 - low, right - x0, y1 - low),
        270: Rect(high - y1, right - x1, high - y0, right - x0),
    }
    return turned.get(rotation(page), Rect(x0 - left, high - y1, x1 - left, high - y0))


def with_widgets(detection: Detection, widgets: list[Widget]) -> Detection:
    """The fields that the form itself declares, with labels from what is printed there; and no other in their place.

    On a page with such fields, places that were only guessed are left out: the form's author has said where to write.
    """
    fields: list[Field] = []
    zones = list(detection.zones)
    for number, widget in enumerate(widgets, 1):
        near = [f for f in detection.fields if f.page == widget.page and _overlap(f.rect, widget.rect) > OVERLAP]
        best = max(near, key=lambda field: _overlap(field.rect, widget.rect), default=None)
        label = _label(widget, best)
        if widget.type == "/Sig":
            zones.append(Zone(widget.page, widget.rect.rounded(), label, ZoneKind.SIGNATURE, SURE))
        else:
            fields.append(_field(f"w{number}", widget, label, best))
    pages = {widget.page for widget in widgets}
    kept = [field for field in detection.fields if field.page not in pages]
    groups = tuple(group for group in detection.groups if all(m in {f.id for f in kept} for m in group.members))
    ordered = sorted([*kept, *fields], key=lambda f: (f.page, round(f.rect.top / 4), f.rect.x0))
    return replace(detection, fields=tuple(ordered), zones=tuple(zones), groups=groups)


def _overlap(one: Rect, other: Rect) -> float:
    return one.shared_area(other) / max(min(one.area, other.area), 1e-6)


def _label(widget: Widget, best: Field | None) -> str:
    """A title made for people, else what is printed, else the program's name."""
    if is_chinese(widget.title) or " " in widget.title.strip():
        return widget.title.strip()
    return (best.label if best else "") or widget.title.strip() or widget.name


def _field(name: str, widget: Widget, label: str, best: Field | None) -> Field:
    kind = FieldKind.OPTION if widget.type == "/Btn" else by_name(label)
    tall = widget.flags & MULTILINE or widget.rect.height > TALL
    shape = Shape.BOX if kind is FieldKind.OPTION else Shape.CELL
    parts: tuple[Rect, ...] = ()
    if widget.flags & COMB and 0 < widget.length <= 60 and kind is not FieldKind.OPTION:
        step = widget.rect.width / widget.length
        x0, top, bottom = widget.rect.x0, widget.rect.top, widget.rect.bottom
        parts = tuple(Rect(x0 + i * step, top, x0 + (i + 1) * step, bottom).rounded() for i in range(widget.length))
        shape = Shape.COMB
    return Field(
        id=name,
        page=widget.page,
        rect=widget.rect.rounded(),
        room=widget.rect.rounded(),
        label=label,
        kind=kind or (FieldKind.LONG_TEXT if tall else FieldKind.TEXT),
        shape=shape,
        confidence=SURE,
        group=best.group if best else "",
        unit=best.unit if best else "",
        parts=parts,
        widget=widget.name,
        length=widget.length,
    )
