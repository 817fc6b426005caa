"""Everything about the demonstration's forms that needs no database: drawn, examined, pictured, filled in as samples.

Two processes work at it: this is what the first start of a hall waits for.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from django.conf import settings

from forms_library.detection.fields import Detection
from forms_library.field_reviews.reviews import Review
from forms_library.filling.fonts import Font, font
from forms_library.filling.pdf import fill_pdf
from forms_library.pictures.previews import Preview, previews_of_each
from forms_library.safety.examine import Examined, Refusal, examine_each
from forms_library.versions.samples import marked_samples

from .drawing import draw
from .filling import reviewed, sample_values
from .matching import Match, match
from .model import Description, Drawn
from .reading import descriptions

PROCESSES = 2

One = TypeVar("One")


class UnfitFormError(Exception):
    """A form of the demonstration was refused, or does not say what its description says; the message names it."""


@dataclass(frozen=True)
class Prepared:
    """A form ready for the library. ``sample`` is the marked PDF, where the description has values for one."""

    form: Description
    drawn: Drawn
    examined: Examined
    pictures: list[Preview] = field(repr=False)
    found: Detection
    match: Match
    reviews: dict[str, Review]
    sample: bytes | None = field(default=None, repr=False)


def prepare_all() -> list[Prepared]:
    """All forms. Raises ``FontError`` where there is no font, ``DescriptionError``, ``UnfitFormError``."""
    with_font = font(settings.FORM_FONT)
    drawn = [(form, draw(form, with_font)) for form in descriptions()]
    with ThreadPoolExecutor(PROCESSES) as workers:
        parts = workers.map(lambda part: _prepare(part, with_font), _dealt(drawn, PROCESSES))
        return sorted((one for part in parts for one in part), key=lambda one: one.form.slug)


def _dealt(things: Sequence[One], hands: int) -> list[Sequence[One]]:
    return [things[number::hands] for number in range(hands)]


def _prepare(drawn: Sequence[tuple[Description, Drawn]], with_font: Font) -> list[Prepared]:
    results = examine_each([(form.file_name, one.data) for form, one in drawn])
    examined = [_accepted(form, result) for (form, _one), result in zip(drawn, results, strict=True)]
    pictures = previews_of_each([(one.kind, one.data) for one in examined])
    rows = zip(drawn, examined, pictures, strict=True)
    prepared = [_compared(form, one, result, drawings) for (form, one), result, drawings in rows]
    return list(_with_samples(prepared, with_font))


def _accepted(form: Description, result: Examined | Refusal) -> Examined:
    if isinstance(result, Refusal):
        raise UnfitFormError(f"{form.slug}: {result.reason} {result.detail}")
    return result


def _compared(form: Description, drawn: Drawn, examined: Examined, pictures: list[Preview]) -> Prepared:
    if examined.detection is None:
        raise UnfitFormError(f"{form.slug}: nothing to fill in was found")
    matched = match(form, drawn.places, examined.detection)
    if form.fillable and (wrong := matched.missing + matched.unexpected):
        raise UnfitFormError(f"{form.slug}: {'; '.join(wrong)}")
    found, reviews = reviewed(form, matched, examined.detection) if form.fillable else (examined.detection, {})
    return Prepared(form, drawn, examined, pictures, found, matched, reviews)


def _with_samples(prepared: Sequence[Prepared], with_font: Font) -> Iterator[Prepared]:
    filled = [_filled(one, with_font) for one in prepared if one.form.sample]
    marked = iter(marked_samples(filled))
    for one in prepared:
        sample = next(marked) if one.form.sample else None
        yield Prepared(one.form, one.drawn, one.examined, one.pictures, one.found, one.match, one.reviews, sample)


def _filled(one: Prepared, with_font: Font) -> bytes:
    values = sample_values(one.form, one.match.pairs)
    filled = fill_pdf(one.examined.data, one.found.fields, values, with_font)
    if filled.overflowing:
        raise UnfitFormError(f"{one.form.slug}: the sample has no room in {', '.join(filled.overflowing)}")
    return filled.data
