"""Where fields are on the pages of a PDF: drawn, moved, merged, split. Pure; everything in points from the top left."""

from dataclasses import replace
from math import ceil

from django.utils.translation import gettext_lazy as _

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind, PageInfo
from forms_library.detection.geometry import Rect, around

from .edits import drop
from .field_set import EditError, FieldSet
from .groups import follow_in_group
from .reviews import Review

SMALLEST = 4.0  # points: the side of a box to tick


def draw(found: FieldSet, page: int, rect: Rect, label: str = "", kind: FieldKind = FieldKind.TEXT) -> FieldSet:
    """A new field. Somebody has to look at it again, also where it has a name already."""
    place = _fitting(_page(found, page), rect)
    key = found.new_id()
    shape = Shape.BOX if kind is FieldKind.OPTION else Shape.CELL
    field = Field(key, page, place, place, label, kind, shape, confidence=0.0)
    return found.with_fields(*put_in_order(found.fields, field)).with_review(key, Review(drawn=True))


def put_in_order(fields: tuple[Field, ...], new: Field) -> tuple[Field, ...]:
    """With a new field, behind the last one that is read before it."""
    earlier = [index for index, field in enumerate(fields) if _is_before(field, new)]
    place = earlier[-1] + 1 if earlier else 0
    return (*fields[:place], new, *fields[place:])


def _is_before(field: Field, new: Field) -> bool:
    if field.page != new.page:
        return field.page < new.page
    in_one_line = field.rect.top <= new.rect.middle <= field.rect.bottom
    return field.rect.x0 < new.rect.x0 if in_one_line else field.rect.middle < new.rect.top


def move(found: FieldSet, key: str, rect: Rect) -> FieldSet:
    """To another place on its page, or to another size; its parts come along."""
    field = found.field(key)
    place = _fitting(_page(found, field.page), rect)
    return found.with_field(
        replace(
            field,
            rect=place,
            room=_mapped(field.room, field.rect, place),
            parts=tuple(_mapped(part, field.rect, place) for part in field.parts),
        )
    )


def merge(found: FieldSet, key: str, other: str) -> FieldSet:
    """Two fields of one page become one, which keeps the id and the words of the first."""
    _must_be_drawn(found)
    one, two = found.field(key), found.field(other)
    if one.id == two.id or one.page != two.page:
        raise EditError(_("Choose two fields of the same page to merge them."))
    if FieldKind.OPTION in (one.kind, two.kind):
        raise EditError(_("A box to tick is not merged with anything. Delete the field that is too much."))
    combs = one.shape is Shape.COMB and two.shape is Shape.COMB
    parts = sorted((*one.parts, *two.parts), key=lambda part: (round(part.top), part.x0)) if combs else ()
    merged = replace(
        one,
        rect=around([one.rect, two.rect]),
        room=around([one.room, two.room]),
        label=one.label or two.label,
        unit=one.unit or two.unit,
        shape=one.shape if combs else _shape_of_both(one, two),
        parts=tuple(parts),
        more=(*one.more, *two.more),
        printed="",
    )
    return drop(found, other).with_field(merged)


def _shape_of_both(one: Field, two: Field) -> Shape:
    """A line stays a line beside another one; all else is an area."""
    lines = {one.shape, two.shape} <= {Shape.LINE, Shape.DATE}
    return Shape.LINE if lines and one.rect.shared_height(two.rect) > 0 else Shape.CELL


def split(found: FieldSet, key: str) -> FieldSet:
    """A field in two halves, side by side or one above the other. The second has no name yet."""
    _must_be_drawn(found)
    field = found.field(key)
    if field.kind is FieldKind.OPTION:
        raise EditError(_("A box to tick is not split."))
    first, second = _halves(field)
    if min(first.width, first.height, second.width, second.height) < SMALLEST:
        raise EditError(_("The field is too small to be split."))
    half = ceil(len(field.parts) / 2)
    front = replace(_piece(field, first, field.parts[:half]), more=())
    back = replace(_piece(field, second, field.parts[half:]), id=found.new_id(), label="", confidence=0.0)
    place = found.place(key)
    fields = (*found.fields[:place], front, back, *found.fields[place + 1 :])
    return follow_in_group(found.with_fields(*fields), key, back.id)


def _halves(field: Field) -> tuple[Rect, Rect]:
    rect, parts = field.rect, field.parts
    if len(parts) > 1:
        half = ceil(len(parts) / 2)
        x = (parts[half - 1].x1 + parts[half].x0) / 2
        at = x if rect.x0 < x < rect.x1 else rect.centre
    else:
        at = rect.centre
    if len(parts) > 1 or rect.width >= rect.height:
        return replace(rect, x1=at), replace(rect, x0=at)
    return replace(rect, bottom=rect.middle), replace(rect, top=rect.middle)


def _piece(field: Field, rect: Rect, parts: tuple[Rect, ...]) -> Field:
    """Half of a date is a line; half of a row of boxes is a row of boxes."""
    room = field.room
    cut = Rect(max(room.x0, rect.x0), max(room.top, rect.top), min(room.x1, rect.x1), min(room.bottom, rect.bottom))
    piece = replace(field, rect=rect, room=cut if cut.width > 0 and cut.height > 0 else rect, parts=parts)
    if field.shape is Shape.DATE:
        return replace(piece, shape=Shape.LINE, kind=FieldKind.TEXT, parts=(), printed="")
    return piece


def _must_be_drawn(found: FieldSet) -> None:
    if not found.drawn:
        raise EditError(_("In this kind of file the places are fixed: change them in the file, and upload it again."))


def _page(found: FieldSet, number: int) -> PageInfo:
    _must_be_drawn(found)
    if not 0 <= number < len(found.detection.pages):
        raise EditError(_("The form has no such page."))
    return found.detection.pages[number]


def _fitting(page: PageInfo, rect: Rect) -> Rect:
    """A rectangle shifted, and where it must be cut, to lie on the page."""
    width, height = min(rect.width, page.width), min(rect.height, page.height)
    if min(width, height) < SMALLEST:
        raise EditError(_("The box is too small: nothing could be written in it."))
    x0 = min(max(rect.x0, 0.0), page.width - width)
    top = min(max(rect.top, 0.0), page.height - height)
    return Rect(x0, top, x0 + width, top + height).rounded()


def _mapped(part: Rect, old: Rect, new: Rect) -> Rect:
    """A part of a place, after the place became another one."""
    across, down = new.width / (old.width or 1), new.height / (old.height or 1)
    return Rect(
        new.x0 + (part.x0 - old.x0) * across,
        new.top + (part.top - old.top) * down,
        new.x0 + (part.x1 - old.x0) * across,
        new.top + (part.bottom - old.top) * down,
    ).rounded()
