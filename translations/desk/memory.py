"""The translation memory: what was reviewed before, for the same text or one like it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models.functions import Length
from rapidfuzz import fuzz, process

from translations.freshness.states import State
from translations.models import TranslatedText

LIKE_ENOUGH = 60  # per cent of the characters
MOST_OFFERED = 4
FURTHEST = 200 - LIKE_ENOUGH  # of two texts that are like enough, the lengths are at most so far apart


@dataclass(frozen=True)
class Match:
    """A reviewed translation of a text that is so much like the one in question."""

    percent: int
    source: str
    target: str


def same(sources: Iterable[str], language: str) -> dict[str, str]:
    """For each of these texts the reviewed translation of the very same text that is used most."""
    known = TranslatedText.objects.filter(language=language, source__in=set(sources)).in_state(State.REVIEWED)
    uses: dict[str, Counter[str]] = {}
    for source, target in known.values_list("source", "target"):
        uses.setdefault(source, Counter())[target] += 1
    return {source: counter.most_common(1)[0][0] for source, counter in uses.items()}


def similar(source: str, language: str) -> list[Match]:
    """Reviewed translations of texts like this one, the likest first; a text twice as long is not like it."""
    shortest = len(source) * LIKE_ENOUGH // FURTHEST
    longest = len(source) * FURTHEST // LIKE_ENOUGH
    known = TranslatedText.objects.filter(language=language).in_state(State.REVIEWED).alias(length=Length("source"))
    pairs = list(known.filter(length__gte=shortest, length__lte=longest).values_list("source", "target").distinct())
    sources = [known_source for known_source, _target in pairs]
    found = process.extract(source, sources, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=MOST_OFFERED)
    return [Match(int(percent), text, pairs[index][1]) for text, percent, index in found]
