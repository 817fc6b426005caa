"""What detection gives to the rest of the hall: fields, zones and groups, as plain data."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from .drafts import Shape
from .geometry import Rect

SURE = 0.85  # below this confidence a person looks at a field


class FieldKind(StrEnum):
    """What is to be written there."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    OPTION = "option"
    DIGITS = "digits"
    NUMBER = "number"
    MONEY = "money"
    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    POSTCODE = "postcode"
    EMAIL = "email"


class ZoneKind(StrEnum):
    """Why applicants must not write there by machine."""

    SIGNATURE = "signature"
    OFFICE = "office"
    PHOTO = "photo"


class GroupKind(StrEnum):
    """What keeps fields together."""

    OPTIONS = "options"
    ROWS = "rows"


@dataclass(frozen=True)
class Field:
    """One place to fill in.

    ``rect`` is the place, ``room`` the part of it that is not printed on. ``parts`` are the boxes of single digits, or
    the gaps for year, month and day. ``more`` are further pieces on the next page, as (page, rectangle). ``source``
    says where the place is in a format without rectangles (DOCX, XLSX). ``widget`` is the name of an AcroForm field,
    ``length`` the most characters that it takes. ``printed`` is the beginning of a value that stands there already.
    """

    id: str
    page: int
    rect: Rect
    room: Rect
    label: str
    kind: FieldKind
    shape: Shape
    confidence: float
    group: str = ""
    unit: str = ""
    hint: str = ""
    ticked: bool = False
    parts: tuple[Rect, ...] = ()
    more: tuple[tuple[int, Rect], ...] = ()
    source: str = ""
    widget: str = ""
    length: int = 0
    printed: str = ""

    @property
    def needs_review(self) -> bool:
        return self.confidence < SURE or not self.label

    @property
    def has_gaps(self) -> bool:
        """Is it a date whose year, month and day have gaps of their own? An editor may have made it another kind."""
        return self.kind is FieldKind.DATE and self.shape is Shape.DATE

    @property
    def is_month(self) -> bool:
        """Is it a date without a day?"""
        return self.has_gaps and len(self.parts) == 2


@dataclass(frozen=True)
class Zone:
    """A place never to be filled in by applicants: to sign, for the office, for a photograph."""

    page: int
    rect: Rect
    label: str
    kind: ZoneKind
    confidence: float
    source: str = ""


@dataclass(frozen=True)
class Group:
    """Fields that belong together: the options of one question, the rows of a list.

    ``members`` are ids of fields; those of ``rows`` are one tuple a row. ``single`` says that one option at most is
    ticked, ``made`` that an editor chose the members.
    """

    id: str
    kind: GroupKind
    label: str
    members: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    single: bool = False
    made: bool = False


@dataclass(frozen=True)
class PageInfo:
    """Size of a page in points, and whether it is a picture of a page, in which nothing can be found."""

    width: float
    height: float
    scanned: bool = False


@dataclass(frozen=True)
class Detection:
    """Everything that was found in a form."""

    pages: tuple[PageInfo, ...]
    fields: tuple[Field, ...] = ()
    zones: tuple[Zone, ...] = ()
    groups: tuple[Group, ...] = ()

    @cached_property
    def groups_by_member(self) -> dict[str, Group]:
        """The group of each field that has one, by id of field."""
        return {key: group for group in self.groups for key in group.members}

    def as_plain(self) -> dict[str, Any]:
        """As numbers, strings, lists and dictionaries, for JSON."""
        return asdict(self)
