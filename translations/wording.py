"""Days and lists in words, in the active language. Pure functions: no database, no request."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext


def long_date(day: date | None) -> str:
    """``"15 October 2026"`` (``"2026年10月15日"``)."""
    return date_format(day, pgettext("date format: day, month, year", "j F Y")) if day else ""


def between_words() -> str:
    """What stands between the words of a list: ``", "`` (``"、"``)."""
    return pgettext("between the words of a list", ", ")


def enumeration(words: Iterable[object]) -> str:
    """``["Individuals", "Enterprises"]`` -> ``"Individuals, Enterprises"`` (``"自然人、企业法人"``)."""
    return between_words().join(str(word) for word in words)


def listed(texts: Iterable[object]) -> SafeString:
    """``enumeration`` as HTML, of texts that may be in a language of their own."""
    return format_html_join(between_words(), "{}", ((text,) for text in texts))
