"""By when a question is to be answered. Pure."""

from datetime import date, timedelta

from knowledge import working_days

WEEK, WORKING_WEEK = 7, 5


def due_on(asked: date, days: int) -> date:
    """So many working days after; by the week where the official calendar does not reach."""
    end = working_days.after(asked, days)
    return end or asked + timedelta(days=-(-days * WEEK // WORKING_WEEK))
