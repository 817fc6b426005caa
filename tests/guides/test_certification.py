"""For how long a certification holds; the rule and its query say the same."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.models import GuidePage
from guides.responsibility.listing import in_standing
from guides.rules.certification import Standing, certified_before, latest_review, review_due, standing

DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2029, 12, 31))
TODAY = dt.date(2026, 11, 29)


@given(DAYS)
def test_an_item_is_reviewed_within_a_year(day: dt.date) -> None:
    assert 0 < (latest_review(day) - day).days <= 366
    assert latest_review(day) <= dt.date(day.year + 1, day.month, min(day.day, 28)) + dt.timedelta(days=3)


@given(DAYS, DAYS)
def test_what_is_due_before_a_day_was_certified_before_another(certified: dt.date, day: dt.date) -> None:
    assert (latest_review(certified) < day) is (certified < certified_before(day))


@pytest.mark.parametrize(
    ("certified_on", "review_by", "found"),
    [
        (None, None, Standing.NEVER),
        (dt.date(2025, 11, 28), None, Standing.OVERDUE),
        (dt.date(2025, 11, 29), None, Standing.SOON),
        (dt.date(2026, 11, 1), dt.date(2026, 11, 28), Standing.OVERDUE),
        (dt.date(2026, 11, 1), dt.date(2026, 12, 29), Standing.SOON),
        (dt.date(2026, 11, 1), dt.date(2026, 12, 30), Standing.GOOD),
        (dt.date(2025, 11, 1), dt.date(2030, 1, 1), Standing.OVERDUE),  # no list makes a year longer
    ],
)
def test_how_an_item_stands(
    guide: GuidePage, certified_on: dt.date | None, review_by: dt.date | None, found: Standing
) -> None:
    assert standing(certified_on, review_by, TODAY) is found
    GuidePage.objects.filter(pk=guide.pk).update(certified_on=certified_on, review_by=review_by)
    for one in Standing:
        assert in_standing(GuidePage.objects.all(), one, TODAY).exists() is (one is found)


def test_nothing_is_due_before_it_was_certified() -> None:
    assert review_due(None, TODAY) is None
