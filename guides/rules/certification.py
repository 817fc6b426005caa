"""For how long it holds that somebody certified an item as correct. Pure.

A year at most: the State Council's guiding opinions on service guides want them checked again and again (动态管理), the
hall says how often.
"""

from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=30)


class Standing(StrEnum):
    """How an item stands."""

    OVERDUE = "overdue"
    SOON = "soon"  # within 30 days
    NEVER = "never"  # certified
    GOOD = "good"


def latest_review(certified_on: date) -> date:
    """The last day by which an item must be looked at again: the same day of the next year, or the day before it."""
    try:
        return certified_on.replace(year=certified_on.year + 1)
    except ValueError:  # 29 February
        return certified_on.replace(year=certified_on.year + 1, day=28)


def certified_before(day: date) -> date:
    """What was certified earlier than the answer has its latest review before ``day``, and nothing else has."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return date(day.year - 1, 3, 1)


def review_due(certified_on: date | None, review_by: date | None) -> date | None:
    """By when it is to be looked at again; a year after where no day was chosen, or one too far away."""
    if certified_on is None:
        return None
    latest = latest_review(certified_on)
    return min(review_by, latest) if review_by else latest


def standing(certified_on: date | None, review_by: date | None, today: date) -> Standing:
    """How an item stands today."""
    due = review_due(certified_on, review_by)
    if due is None:
        return Standing.NEVER
    if due < today:
        return Standing.OVERDUE
    return Standing.SOON if due <= today + SOON else Standing.GOOD
