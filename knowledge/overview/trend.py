"""Keeping the figures from week to week."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from knowledge.models import FigureWeek

from .registry import Counts, figures
from .scope import Scope

WEEKS = 12  # that are shown
KEPT = timedelta(weeks=156)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def measure() -> dict[str, Counts]:
    """Every figure as it is now."""
    return {figure.key: figure.count() for figure in figures()}


@transaction.atomic
def keep(today: date) -> None:
    """Store the figures of this week; doing it again replaces what the week had."""
    week = week_of(today)
    FigureWeek.objects.filter(week=week).delete()
    FigureWeek.objects.filter(week__lt=today - KEPT).delete()
    FigureWeek.objects.bulk_create(
        FigureWeek(week=week, figure=key, department_id=department, number=number)
        for key, counts in measure().items()
        for department, number in counts.items()
    )


def trends(scope: Scope, today: date) -> Mapping[str, list[tuple[date, int]]]:
    """For each figure the last weeks that were kept, as somebody sees them; what there was none of is 0."""
    rows = FigureWeek.objects.filter(week__gt=week_of(today) - timedelta(weeks=WEEKS))
    counted: dict[tuple[str, date], dict[int | None, int]] = defaultdict(dict)
    for week, key, department, number in rows.values_list("week", "figure", "department", "number"):
        counted[key, week][department] = number
    weeks = sorted({week for _key, week in counted})
    keys = {key for key, _week in counted}
    return {key: [(week, scope.total(counted.get((key, week), {}))) for week in weeks] for key in keys}
