"""What a form was drawn to be, compared with what the machine found in it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from forms_library.detection.fields import Detection, Field, FieldKind, Zone, ZoneKind
from forms_library.detection.geometry import Rect
from forms_library.detection.labels import bare

from .model import Description, Place, Term, What

ZONES = {What.SIGNATURE: ZoneKind.SIGNATURE, What.OFFICE: ZoneKind.OFFICE, What.PHOTO: ZoneKind.PHOTO}
WRITTEN = {FieldKind.TEXT, FieldKind.LONG_TEXT}


@dataclass(frozen=True)
class Match:
    """``pairs``: the place and the field that are the same. The rest are sentences about what does not agree."""

    pairs: tuple[tuple[Place, Field], ...]
    missing: tuple[str, ...]
    unexpected: tuple[str, ...]
    misread: tuple[str, ...]


def match(form: Description, places: Sequence[Place], found: Detection) -> Match:
    """Each place with the field that lies nearest in it."""
    pairs, missing = [], []
    left: list[Field | Zone] = [*found.fields, *found.zones]
    for place in places:
        wanted = [one for one in left if _is_zone(one) == place.blank.what.is_zone and _together(place, one)]
        best = max(wanted, key=lambda one: _shared(place, one), default=None)
        if best is None:
            missing.append(f"{place.blank.what} {place.blank.label}")
            continue
        left.remove(best)
        if isinstance(best, Field):
            pairs.append((place, best))
    unexpected = [f"{one.kind} {one.label}" for one in left]
    misread = [text for place, field in pairs for text in _differences(form.terms, place, field)]
    return Match(tuple(pairs), tuple(missing), tuple(unexpected), tuple(misread))


def _is_zone(one: Field | Zone) -> bool:
    return isinstance(one, Zone)


# --- places -------------------------------------------------------------------------------------------------------


def _together(place: Place, found: Field | Zone) -> bool:
    if place.rect is None:
        return _same_source(place.source, found.source)
    same = place.page == found.page
    return same and (place.rect.has_middle_of(found.rect) or found.rect.has_middle_of(place.rect))


def _shared(place: Place, found: Field | Zone) -> float:
    """How much of both is the same; what agrees wholly comes before what only touches."""
    if place.rect is None:
        return 0.0
    together = place.rect.shared_area(found.rect)
    return together / max(place.rect.area + found.rect.area - together, 1.0)


def _same_source(one: str, other: str) -> bool:
    """The same cell, or characters of the same text that overlap."""
    if not one.startswith("text:"):
        return one == other
    (where, span), (other_where, other_span) = (_span(source) for source in (one, other))
    return where == other_where and span.shared_width(other_span) > 0


def _span(source: str) -> tuple[str, Rect]:
    where, start, end = source.rsplit(":", 2) if source.startswith("text:") else (source, "0", "1")
    last = float(end) if end != "-1" else float("inf")
    return where, Rect(float(start), 0, last, 1)


# --- words and kinds ----------------------------------------------------------------------------------------------


def _differences(terms: Mapping[str, Term], place: Place, field: Field) -> Iterator[str]:
    term = terms.get(place.blank.label)
    if not _names(field.label, place.blank.label, term.en if term else ""):
        yield f"{place.blank.label} was read as {field.label}"
    if term and field.kind not in kinds_of(place, term):
        yield f"{place.blank.label} was taken for {field.kind}"


def _names(read: str, label: str, english: str) -> bool:
    """Is it the label, alone or with its English, or with the name of its row before it: "本人声明 日期"?"""
    wanted = {bare(label), bare(f"{label}{english}")}
    return bare(read) in wanted or bare(read.rpartition(" ")[2]) in wanted


def kinds_of(place: Place, term: Term) -> set[FieldKind]:
    """The kinds that are right for a place."""
    if place.blank.what is What.BOX:
        return {FieldKind.OPTION}
    if place.blank.what is What.DATE:
        return {FieldKind.DATE}
    if term.kind:
        return {FieldKind(term.kind)}
    return {FieldKind.DIGITS} if place.blank.what is What.DIGITS else WRITTEN
