"""Texts that exist once for all languages, marked with the language that they are in."""

from typing import Any

from django import template

from translations.languages import html_tag, reading_language
from translations.local_text import LocalText, as_written

register = template.Library()

register.filter("html_tag", html_tag)


@register.filter
def marked(text: Any) -> LocalText:
    """``"扯证"`` on an English page -> ``<span lang="zh-Hans">扯证</span>``."""
    return as_written(text, reading_language())
