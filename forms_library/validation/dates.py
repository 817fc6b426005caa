"""Dates as people and browsers write them."""

import re
from datetime import date

EARLIEST, LATEST = 1880, 2200
_FULL = re.compile(r"(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})\s*日?", re.ASCII)
_MONTH = re.compile(r"(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*月?", re.ASCII)


def parsed(text: str) -> str:
    """``"2026年1月8日"`` -> ``"2026-01-08"``, ``"2026.1"`` -> ``"2026-01"``; nothing for what is no date."""
    match = _FULL.fullmatch(text.strip()) or _MONTH.fullmatch(text.strip())
    if match is None:
        return ""
    year, month, day = (*(int(part) for part in match.groups()), 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return ""
    return "-".join(part.zfill(2) for part in match.groups()) if EARLIEST <= year <= LATEST else ""


def spelled(iso: str) -> str:
    """``"2026-01-08"`` -> ``"2026年1月8日"``."""
    return "".join(f"{int(part)}{mark}" for part, mark in zip(iso.split("-"), "年月日", strict=False))
