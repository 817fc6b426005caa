"""By when a case is done that is accepted on a day. Pure."""

from datetime import date, timedelta

from guides.codes import LimitUnit
from knowledge import working_days


def ends_on(accepted: date, days: int | None, unit: str) -> date | None:
    """The last day of a limit that begins on the day after; ``None`` for no limit, or none that can be told.

    Working days are those of the official calendar (行政许可法 82: 期限以工作日计算，不含法定节假日).
    """
    if not days:
        return None
    return accepted + timedelta(days=days) if unit == LimitUnit.CALENDAR_DAY else working_days.after(accepted, days)
