"""Units behind a place: "万元", "平方米", "个月"."""

from .labels import compact
from .vocabulary import UNIT, UNIT_START


def unit_of(text: str) -> str:
    """``"万元（人民币）"`` -> itself; ``"个，其中"`` -> ``"个"``; ``"申请人"`` -> nothing."""
    plain = compact(text)
    if UNIT.match(plain):
        return text
    found = UNIT_START.match(plain)
    return found[0].strip("（()）") if found else ""


def is_unit(text: str) -> bool:
    """Does the text begin with a unit?"""
    return bool(unit_of(text))
