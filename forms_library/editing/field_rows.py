"""What the page of the fields shows: plain rows and boxes, for the templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.translation import get_language, gettext

from forms_library.detection.fields import Field, FieldKind, GroupKind, PageInfo, Zone
from forms_library.detection.geometry import Rect
from forms_library.field_reviews.edits import kinds_for
from forms_library.field_reviews.field_set import FieldSet
from forms_library.field_reviews.glossary import SUGGESTED_IN, suggest
from forms_library.field_reviews.overlaps import Place, overlaps
from forms_library.field_reviews.reviews import HELP, LABEL, word_names
from forms_library.models import VersionPage
from translations.languages import column, content_languages, html_tag, other_languages

from .field_wording import KIND_WORDS, MARKS, STATE_WORDS, ZONE_WORDS


@dataclass(frozen=True)
class Words:
    """One input for words in one language; ``language`` is the code, ``lang`` the tag."""

    name: str
    language: str
    value: str

    @property
    def lang(self) -> str:
        return html_tag(self.language)


@dataclass(frozen=True)
class Box:
    """A rectangle on the picture of a page. ``key`` is the id of a field; a zone has none. Points."""

    page: int
    rect: Rect
    state: str
    name: str
    number: int = 0
    key: str = ""

    @property
    def mark(self) -> str:
        return MARKS[self.state]


@dataclass(frozen=True)
class Row:
    """A field in the list. ``kinds`` are those that it can be; ``said`` is what stands in its inputs."""

    box: Box
    said: dict[str, str]
    required: bool
    kind: str
    kinds: tuple[FieldKind, ...]
    suggestion: str
    group: str = ""
    group_key: str = ""  # of a question with boxes to tick
    over: tuple[str, ...] = ()  # names of what its place lies over
    errors: list[str] = field(default_factory=list)
    unfolded: bool = False

    @property
    def state_words(self) -> Promise:
        return STATE_WORDS[self.box.state]

    @property
    def labels(self) -> list[Words]:
        """What it is called in other languages."""
        return self._words(LABEL, other_languages())

    @property
    def helps(self) -> list[Words]:
        return self._words(HELP, content_languages())

    @property
    def called(self) -> list[Words]:
        """The labels that there are."""
        return [words for words in self.labels if words.value]

    def _words(self, part: str, languages: Iterable[str]) -> list[Words]:
        named = ((column(part, language), language) for language in languages)
        return [Words(name, language, self.said[name]) for name, language in named]

    @property
    def options(self) -> str:
        """The kinds to choose from, as HTML."""
        return _options(self.kinds, self.kind, get_language() or "")


@cache  # there are few, and a form has hundreds of rows with the same
def _options(kinds: tuple[FieldKind, ...], chosen: str, language: str) -> str:
    pairs = ((kind.value, " selected" if kind == chosen else "", KIND_WORDS[kind]) for kind in kinds)
    return format_html_join("", '<option value="{}"{}>{}</option>', pairs)


@dataclass(frozen=True)
class Sheet:
    """A page with its boxes; ``picture`` is nothing where there is none."""

    number: int
    size: PageInfo
    boxes: list[Box]
    picture: VersionPage | None = None


def rows_of(found: FieldSet) -> list[Row]:
    """In their order."""
    over = overlaps(found)
    return [
        _row(found, one, number, tuple(_name(found, place) for place in over.get(one.id, ())))
        for number, one in enumerate(found.fields, start=1)
    ]


def _name(found: FieldSet, place: Place) -> str:
    """``"3 联系电话"``, or what a place is kept free for."""
    if isinstance(place, Zone):
        return place.label or str(ZONE_WORDS[place.kind])
    return f"{found.place(place.id) + 1} {place.label or gettext('no name')}"


def _row(found: FieldSet, one: Field, number: int, over: tuple[str, ...]) -> Row:
    review = found.review(one.id)
    words = {**{name: review.words.get(name, "") for name in word_names()}, "label": one.label, "hint": one.hint}
    group = found.group(one.id)
    return Row(
        Box(one.page + 1, one.rect, state_of(found, one), one.label, number, one.id),
        words,
        review.required,
        one.kind.value,
        tuple(kinds_for(one, found.drawn)),
        "" if review.label(SUGGESTED_IN) else suggest(one.label),
        group.label if group else one.group,
        group.id if group and group.kind is GroupKind.OPTIONS else "",
        over,
    )


def unchanged(before: FieldSet, rows: Iterable[Row]) -> set[str]:
    """The ids of fields whose rows are as they were: a script has them already."""
    known = {row.box.key: row for row in rows_of(before)}
    return {row.box.key for row in rows if known.get(row.box.key) == row}


def state_of(found: FieldSet, one: Field) -> str:
    if found.review(one.id).confirmed and one.label:
        return "confirmed"
    return "doubtful" if one.needs_review else "certain"


def refused(rows: list[Row], sent: Mapping[str, Any], errors: list[str]) -> list[Row]:
    """The rows with what was typed in one of them, and what is wrong with it: nothing that was typed is lost."""
    return [_as_typed(row, sent, errors) if row.box.key == sent.get("field") else row for row in rows]


def _as_typed(row: Row, sent: Mapping[str, Any], errors: list[str]) -> Row:
    said = {name: str(sent.get(name, row.said[name])) for name in row.said}
    kind = str(sent.get("kind", row.kind))
    known = kind if kind in {*FieldKind} else row.kind
    required = "required" in sent if "label" in sent else row.required
    return replace(row, said=said, kind=known, required=required, errors=errors, unfolded=True)


def sheets_of(found: FieldSet, rows: Iterable[Row], pictures: Iterable[VersionPage]) -> list[Sheet]:
    """The pages that have a picture, with what is on them."""
    boxes = [*zone_boxes(found), *(row.box for row in rows)]
    sizes = dict(enumerate(found.detection.pages, start=1))
    return [
        Sheet(page.number, sizes[page.number], [box for box in boxes if box.page == page.number], page)
        for page in pictures
        if page.large and page.number in sizes
    ]


def zone_boxes(found: FieldSet) -> list[Box]:
    """The places that are never filled in; ``number`` counts from 0."""
    return [
        Box(zone.page + 1, zone.rect, "zone", zone.label or str(ZONE_WORDS[zone.kind]), number)
        for number, zone in enumerate(found.detection.zones)
    ]
