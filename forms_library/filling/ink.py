"""What is to be drawn on a form: where each value goes. Pure, apart from the widths of a font."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind
from forms_library.detection.geometry import Rect
from forms_library.validation.written import written

from .fonts import Font
from .layout import FLOOR, LEADING, PREFERRED, Fitted, fit, length

PADDING = 2.0  # points
LINE_PADDING = 0.5
TICKED = "1"
NARROWEST = 0.55  # of their width to which the digits of a date may be pressed together
DIGIT_SIZE = 12.0
BELOW_BASE = 0.14  # of the height of a printed line that lies below its base line


@dataclass(frozen=True)
class Text:
    """A line of text: left end and base line in points from the top left, size, and width as a share of the normal."""

    page: int
    x: float
    base: float
    size: float
    text: str
    stretch: float = 1.0


@dataclass(frozen=True)
class Tick:
    """A tick in a box."""

    page: int
    rect: Rect


Ink = Text | Tick


@dataclass(frozen=True)
class Planned:
    """What is to be drawn, and the ids of fields whose values do not fit."""

    ink: tuple[Ink, ...]
    overflowing: tuple[str, ...]


def plan(fields: Sequence[Field], values: Mapping[str, str], font: Font) -> Planned:
    """Where the values go. Nothing is drawn of a value that does not fit: it is reported, not cut."""
    ink: list[Ink] = []
    overflowing = []
    for field in fields:
        value = values.get(field.id, "")
        if not value.strip():
            continue
        drawn = ink_of(field, written(field, value), font)
        if drawn is None:
            overflowing.append(field.id)
        else:
            ink += drawn
    return Planned(tuple(ink), tuple(overflowing))


def ink_of(field: Field, value: str, font: Font) -> list[Ink] | None:
    """What to draw for one value; nothing where it does not fit."""
    if field.kind is FieldKind.OPTION:
        return [Tick(field.page, field.rect)] if value == TICKED else []
    if field.shape is Shape.COMB:
        return _digits(field, value, font)
    if field.has_gaps and field.parts:
        return _date(field, value, font)
    return _text(field, value, font)


def fits(field: Field, value: str, font: Font) -> bool:
    """Is there room for the value?"""
    return ink_of(field, written(field, value), font) is not None


# --- text ---------------------------------------------------------------------------------------------------------


def _text(field: Field, value: str, font: Font) -> list[Ink] | None:
    in_cell = field.shape is Shape.CELL
    padding = PADDING if in_cell else LINE_PADDING
    room = field.room
    width, height = room.width - 2 * padding, room.height - (2 if in_cell else 0)
    most = min(PREFERRED, max(height, FLOOR))
    fitted = fit(value, width, height, font.advance, one_line=not in_cell, most=most)
    if not fitted.fits:
        return None
    return list(_lines(field, fitted, padding, font))


def _lines(field: Field, fitted: Fitted, padding: float, font: Font) -> Iterator[Ink]:
    room, size = field.room, fitted.size
    high = size * (1 + LEADING * (len(fitted.lines) - 1))
    long = field.kind is FieldKind.LONG_TEXT or len(fitted.lines) > 1
    if field.shape is not Shape.CELL:
        top = _on_line(room, size, font)
    elif field.kind is FieldKind.LONG_TEXT:
        top = room.top + min(padding + 1, max((room.height - high) / 2, 0))
    else:
        top = room.top + (room.height - high) / 2
    for index, line in enumerate(fitted.lines):
        if not line:
            continue
        used = length(line, font.advance) * size
        x = room.x0 + padding if long or field.shape is not Shape.CELL else room.x0 + (room.width - used) / 2
        yield Text(field.page, x, top + index * LEADING * size + _base(size, font), size, line)


def _on_line(room: Rect, size: float, font: Font) -> float:
    """The top of what is written on the base line of what is printed beside it."""
    return room.bottom - BELOW_BASE * room.height - _base(size, font)


def _base(size: float, font: Font) -> float:
    """From the top of a line to its base line: ascent and descent share the size."""
    return size * font.ascent / (font.ascent + font.descent)


# --- digits and dates ---------------------------------------------------------------------------------------------


def _digits(field: Field, value: str, font: Font) -> list[Ink] | None:
    characters = [character for character in value if not character.isspace()]
    if len(characters) > len(field.parts):
        return None
    ink: list[Ink] = []
    for character, part in zip(characters, field.parts, strict=False):
        size = min(DIGIT_SIZE, part.height * 0.75, part.width * 0.9 / max(font.advance(character), 0.1))
        x = part.x0 + (part.width - font.advance(character) * size) / 2
        top = part.top + (part.height - size) / 2
        ink.append(Text(field.page, x, top + _base(size, font), size, character))
    return ink


def _date(field: Field, value: str, font: Font) -> list[Ink] | None:
    """``2026-01-08`` (or ``2026-01``) into the gaps before 年, 月 and 日."""
    numbers = value.split("-")
    if len(numbers) < len(field.parts) or not numbers[0].startswith(field.printed):
        return None
    numbers[0] = numbers[0].removeprefix(field.printed)
    ink: list[Ink] = []
    for number, part in zip(numbers, field.parts, strict=False):
        drawn = _number(field, number, part, font)
        if drawn is None:
            return None
        ink.append(drawn)
    return ink


def _number(field: Field, number: str, part: Rect, font: Font) -> Text | None:
    size = max(min(PREFERRED, part.height), FLOOR)
    while True:
        needed = length(number, font.advance) * size
        stretch = min(1.0, part.width / needed) if part.width > 0 else 0
        if stretch >= NARROWEST:
            break
        if size - 0.5 < FLOOR:
            return None
        size -= 0.5
    used = needed * stretch
    x = part.x0 + (part.width - used) / 2 if part.width < 6 * size else part.x1 - used - 2
    top = _on_line(part, size, font)
    return Text(field.page, x, top + _base(size, font), size, number, stretch)
