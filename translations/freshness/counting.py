"""How far translations have come: texts by state, for a page, a field, a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from translations.languages import other_languages
from translations.models import CoverageDay, TranslatedText

from .states import State, in_state


@dataclass(frozen=True)
class Tally:
    """Published Chinese texts by the state of their translation."""

    missing: int = 0
    draft: int = 0
    outdated: int = 0
    reviewed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in STATES))

    @property
    def total(self) -> int:
        return sum(getattr(self, name) for name in STATES)

    @property
    def percent(self) -> float:
        """Of the texts, those whose translation is reviewed and up to date; 0 of none."""
        return 100 * self.reviewed / self.total if self.total else 0.0


STATES = tuple(state.value for state in State)


def tallies(texts: QuerySet[TranslatedText], *by: str) -> dict[tuple[Any, ...], Tally]:
    """Counts by these columns, of texts that there are in Chinese."""
    counts = {state.value: Count("pk", filter=in_state(state)) for state in State}
    rows = texts.exclude(source="").order_by().values(*by).annotate(**counts)
    return {tuple(row[name] for name in by): Tally(*(row[name] for name in STATES)) for row in rows}


def total(parts: Iterable[Tally]) -> Tally:
    return sum(parts, start=Tally())


def keep_today(today: date) -> None:
    """Store how far each language has come, for the trend; doing it again replaces what the day had."""
    for language in other_languages():
        tally = total(tallies(TranslatedText.objects.filter(language=language), "language").values())
        counts = {name: getattr(tally, name) for name in STATES}
        CoverageDay.objects.update_or_create(day=today, language=language, defaults=counts)
