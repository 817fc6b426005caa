"""Taking translations from a file: only where the Chinese is still the same, and nothing newer is overwritten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from translations.desk.boxes import cleaned, is_formatted
from translations.desk.facts import missing_facts
from translations.desk.saving import NotSavedError, changed
from translations.desk.spots import Spot, find
from translations.models.texts import digest
from translations.usable_text import comparable, comparable_markup
from translations.wording import enumeration

from .segments import Segment


@dataclass(frozen=True)
class Remark:
    """What became of a text, where there is something to be said of it."""

    segment: Segment
    words: str


@dataclass
class Report:
    """How many texts were taken and how many were the same, which were not taken, and which should be looked at."""

    taken: int = 0
    same: int = 0
    skipped: list[Remark] = field(default_factory=list)
    doubtful: list[Remark] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)


def take(segments: Iterable[Segment], user: Any, language: str) -> Report:
    """Put the translations of a file into the newest versions of their pages; one version a page."""
    report = Report()
    ordered = sorted((segment for segment in segments if segment.target.strip()), key=attrgetter("page"))
    for key, of_page in groupby(ordered, attrgetter("page")):
        _take_page(key, list(of_page), user, language, report)
    return report


def _take_page(key: int, segments: Sequence[Segment], user: Any, language: str, report: Report) -> None:
    before = report.taken

    def change(draft: Any) -> bool:
        for segment in segments:
            _take_text(draft, segment, language, report)
        return report.taken > before

    try:
        changed(key, user, change)
    except NotSavedError as error:  # said before any text was looked at
        report.skipped += [Remark(segment, str(error)) for segment in segments]
    if report.taken > before:
        report.pages.add(key)


def _take_text(draft: Any, segment: Segment, language: str, report: Report) -> None:
    spot = find(draft, segment.address)
    if spot is None:
        report.skipped.append(Remark(segment, _("The page no longer has this text.")))
        return
    model = type(spot.owner)
    try:
        text = cleaned(model, spot.field, segment.target)
    except ValidationError as error:
        report.skipped.append(Remark(segment, " ".join(error.messages)))
        return
    if text == spot.text(language):
        report.same += 1
    elif why := _reason(spot, segment, text, language):
        report.skipped.append(Remark(segment, why))
    else:
        spot.write(draft, language, text)
        report.taken += 1
        if missing := missing_facts(spot.source, text, language):
            words = _("In the Chinese, but not in the translation: %(facts)s") % {"facts": enumeration(missing)}
            report.doubtful.append(Remark(segment, words))


def _reason(spot: Spot, segment: Segment, text: str, language: str) -> str:
    """Why a translation is not taken; empty where it is."""
    compare = comparable_markup if is_formatted(type(spot.owner), spot.field) else comparable
    if compare(segment.source).strip() != compare(spot.source).strip():
        return _("The Chinese has changed since the file was made.")
    if compare(text) == compare(spot.source):
        return _("The translation is the Chinese itself.")
    if spot.text(language) and segment.seen != digest(spot.source, spot.text(language)):
        return _("It has a translation that the file does not know.")
    return ""
