"""Numbers written in Chinese characters. Pure."""

import re
from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
NUMERAL = re.compile(f"[{''.join(DIGITS)}{''.join(_SMALL)}{''.join(LARGE)}]+")


def value(numeral: str) -> int:
    """``"三十"`` -> 30, ``"一百零五"`` -> 105, ``"二〇一五"`` -> 2015. Raises ``ValueError`` where it is no numeral."""
    if not NUMERAL.fullmatch(numeral):
        raise ValueError(numeral)
    if all(character in DIGITS for character in numeral):
        return int("".join(str(DIGITS[character]) for character in numeral))
    for unit, worth in sorted(LARGE.items(), key=lambda pair: -pair[1]):
        before, found, after = numeral.rpartition(unit)
        if found:
            return (value(before) if before else 1) * worth + (value(after) if after else 0)
    return _below_ten_thousand(numeral)


def _below_ten_thousand(numeral: str) -> int:
    total = digit = 0
    for character in numeral:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            total += (digit or 1) * _SMALL[character]
            digit = 0
    return total + digit


def scaled(number: str, scale: str) -> Decimal:
    """``("1.5", "亿")`` -> 150000000; commas between thousands are no part of a number."""
    return Decimal(number.replace(",", "")) * LARGE.get(scale, 1)
