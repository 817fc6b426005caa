"""One text as a reader sees it: with the language that it is really in, and with what is to be said about it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from .languages import default_language, html_tag
from .wording import long_date

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True)
class Stale:
    """The Chinese was changed on a day, after this translation was made; ``major`` changes matter to every reader.

    A ``shared`` text is one of a shared list, which a page only shows.
    """

    since: date | None
    major: bool
    shared: bool = False

    @property
    def note(self) -> str:
        """What readers are told."""
        day = long_date(self.since)
        if self.major:
            return _("The Chinese was changed on %(day)s and is not translated yet; it is what counts:") % {"day": day}
        return _("The Chinese was changed slightly on %(day)s.") % {"day": day}


@dataclass(frozen=True)
class LocalText:
    """One text with the language it is really in, and the language of the page around it.

    Printed in a template it is HTML, marked with its language where that differs from the page's; ``value`` is the
    plain text, for titles and attributes. A ``stale`` one is followed by a note, and by the Chinese ``beside`` it.
    """

    value: Any
    language: str
    around: str
    stale: "Stale | None" = None
    beside: "LocalText | None" = None

    def __bool__(self) -> bool:
        return bool(self.value)

    def __str__(self) -> str:
        return self._marked("span", self.plain)

    __html__ = __str__

    @property
    def plain(self) -> str:
        """The text alone; empty for ``None``."""
        return str(self.value or "")

    @property
    def stands_in(self) -> bool:
        """True where this is the Chinese text on a page of another language."""
        return self.language != self.around

    @property
    def lang(self) -> str:
        """The value for a ``lang`` attribute."""
        return html_tag(self.language)

    @property
    def lines(self) -> list["LocalText"]:
        """The non-empty lines, for lists and paragraphs; what is said about all of them follows the last."""
        lines = [line for line in self.plain.splitlines() if line.strip()]
        alone = [LocalText(line, self.language, self.around) for line in lines[:-1]]
        return [*alone, replace(self, value=lines[-1])] if lines else []

    @property
    def rich(self) -> SafeString:
        """Rich text as HTML."""
        return self._marked("div", mark_safe(expand_db_html(self.plain)))  # noqa: S308 -- from Draftail

    def _marked(self, tag: str, content: str) -> SafeString:
        if self.stands_in and self:
            return format_html('<{} lang="{}">{}</{}>', tag, self.lang, content, tag)
        return format_html("{}{}", content, self._note(tag))

    def _note(self, tag: str) -> SafeString:
        """What is to be said after it; nothing for most texts."""
        if self.stale is None or not self:
            return SafeString()
        note = format_html(' <small class="stale">{}</small>', self.stale.note)
        if self.beside is None:
            return note
        chinese = self.beside.rich if tag == "div" else self.beside
        return format_html('{}<{} class="stale-beside">{}</{}>', note, tag, chinese, tag)


def as_written(value: Any, around: str) -> LocalText:
    """A text that is kept once for all languages (a number, an address), marked as Chinese where it holds Chinese."""
    return LocalText(value, default_language() if _HAN.search(str(value or "")) else around, around)
