"""Numbers of resident identity cards (GB 11643-1999): place (6), date of birth (8), order (3), check character."""

import re
from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
FORM = re.compile(r"\d{17}[\dX]", re.ASCII)
OLD_FORM = re.compile(r"\d{15}", re.ASCII)
EARLIEST = date(1880, 1, 1)
# The first two digits: provinces, autonomous regions, municipalities; 81 to 83 on residence permits.
PROVINCES = frozenset(
    {
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43"),
        *("44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91"),
    }
)


def check_character(first_seventeen: str) -> str:
    """The eighteenth character (ISO 7064, MOD 11-2). ``first_seventeen`` are digits."""
    return CHECK[sum(int(digit) * weight for digit, weight in zip(first_seventeen, WEIGHTS, strict=True)) % 11]


def birth_date(number: str) -> date | None:
    """The date in an 18-character number; nothing where there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def is_valid(number: str, today: date | None = None) -> bool:
    """Is this a number of 18 characters with a right place, date of birth and check character?"""
    if not FORM.fullmatch(number) or number[:2] not in PROVINCES:
        return False
    born = birth_date(number)
    in_time = born is not None and EARLIEST <= born <= (today or date.today())  # noqa: DTZ011 - a day anywhere is enough
    return in_time and number[-1] == check_character(number[:-1])


def is_valid_old(number: str) -> bool:
    """Is this a number of the cards before 1999? It has 15 digits: two of the year, and no check character."""
    if not OLD_FORM.fullmatch(number) or number[:2] not in PROVINCES:
        return False
    try:
        date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return False
    return True
