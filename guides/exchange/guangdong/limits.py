"""Time limits: ``"7(工作日)"``."""

import re
from dataclasses import dataclass

from guides.codes import LimitUnit

PATTERN = re.compile(r"^(\d{1,5})\s*[(（](工作日|自然日|天)[)）]$")
UNITS = {"工作日": LimitUnit.WORKING_DAY, "自然日": LimitUnit.CALENDAR_DAY, "天": LimitUnit.CALENDAR_DAY}


@dataclass(frozen=True)
class Limit:
    """``days`` of a ``unit``."""

    days: int
    unit: LimitUnit


def limit(text: str) -> Limit | None:
    """``"7(工作日)"`` -> seven working days; ``None`` for a text of another form."""
    match = PATTERN.match(text.strip())
    return Limit(int(match[1]), UNITS[match[2]]) if match else None
