"""Text that somebody typed, as it can be kept. Pure."""

from datetime import date

from django.utils.dateparse import parse_date

LINE_BREAKS = "\r\n\t"
LONGEST_KEY = 9  # digits: a longer number is too large for some database


def kept_text(text: str, longest: int) -> str:
    """Without control characters, which PostgreSQL refuses (NUL) and nobody can see; not longer than there is room."""
    return "".join(one for one in text if one >= " " or one in LINE_BREAKS)[:longest]


def day_in(text: str) -> date | None:
    """The day that an address or a form names; nothing for what is none, as 31 February."""
    try:
        return parse_date(text)
    except ValueError:
        return None


def key_in(text: str) -> int | None:
    """The key of a row that an address or a form names; nothing for what cannot be one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY else None
