"""Working days by the State Council's calendar, with days off and days made up for (调休). Pure."""

from datetime import date, timedelta

import chinese_calendar

LONGEST = 400  # days that may be looked through


def after(day: date, working_days: int) -> date | None:
    """The day on which a limit of so many working days ends that begins the day after ``day`` (民法典 201).

    ``None`` where the State Council has not published the calendar yet, or the limit is too long to say.
    """
    end = day
    for _day in range(LONGEST):
        if working_days <= 0:
            return end
        end += timedelta(days=1)
        try:
            working_days -= chinese_calendar.is_workday(end)
        except NotImplementedError:
            return None
    return None
