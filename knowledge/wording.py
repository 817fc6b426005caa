"""Dates and sizes in words, in the active language. Pure functions: no database, no request."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext


def long_date(day: date | None) -> str:
    """``"15 October 2026"`` (``"2026年10月15日"``)."""
    return date_format(day, pgettext("date format: day, month, year", "j F Y")) if day else ""


def file_size(size: int | None) -> str:
    """Bytes for people: ``"35 KB"``, ``"1.2 MB"``; ``""`` when unknown."""
    if not size:
        return ""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
