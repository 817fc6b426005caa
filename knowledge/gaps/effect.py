"""What closing a gap did: how often readers searched for its words in vain before, and since."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet, Sum

from knowledge.codes import Sign
from knowledge.models import Gap, SearchLogEntry

BEFORE = timedelta(days=30)
OF_SEARCHES = (Sign.NOTHING_FOUND, Sign.NEVER_OPENED)
WEEK = 7


@dataclass(frozen=True)
class Effect:
    """Searches in vain a week."""

    before: float
    since: float
    days: int  # since it was closed


def effect(gap: Gap, today: date) -> Effect | None:
    """Nothing for a gap that is open, of which no search is a sign, or that was closed today."""
    texts = [sign.text for sign in gap.signs.all() if sign.kind in OF_SEARCHES]
    if gap.closed_on is None or not texts or gap.closed_on >= today:
        return None
    days = (today - gap.closed_on).days
    rows = SearchLogEntry.objects.filter(query__in=texts)
    before = rows.filter(day__gte=gap.closed_on - BEFORE, day__lt=gap.closed_on)
    return Effect(
        _in_vain(before) * WEEK / BEFORE.days, _in_vain(rows.filter(day__gt=gap.closed_on)) * WEEK / days, days
    )


def _in_vain(rows: QuerySet[SearchLogEntry]) -> int:
    """Searches that found nothing, or of which nothing was opened."""
    vain = rows.filter(Q(hits=0) | Q(clicks=0)).aggregate(total=Sum(F("times")))["total"]
    return int(vain or 0)
