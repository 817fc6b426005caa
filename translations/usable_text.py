"""Text that can be stored, searched and written to any file."""

import re
import unicodedata

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from translations.fields import RichTextField

# Everything that no file format of ours can carry: C0 and C1 controls except tab and line feed, surrogates,
# non-characters.
UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
# What Wagtail's converter raises on markup it cannot place.
BROKEN_MARKUP = (AssertionError, AttributeError, KeyError, TypeError, ValueError)


class UnfitError(ValueError):
    """A value that a column cannot take; the message is for the person who wrote the list."""


class FileError(UnfitError):
    """A file as a whole cannot be read."""


def with_plain_newlines(text: str) -> str:
    """Line ends as ``\\n``: forms of browsers send ``\\r\\n``, spreadsheets keep ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def usable(text: str) -> str:
    """The text with plain line ends. Raises ``UnfitError`` for characters that are no text."""
    text = with_plain_newlines(text)
    if found := UNUSABLE.search(text):
        raise UnfitError(
            _("The text contains the character %(code)s (%(name)s), which is not text.")
            % {"code": f"U+{ord(found[0]):04X}", "name": unicodedata.name(found[0], unicodedata.category(found[0]))}
        )
    return text


def comparable(text: str | None) -> str:
    """The text without what a file cannot carry, so that what comes back from a file compares equal."""
    return UNUSABLE.sub("", with_plain_newlines(text or ""))


def comparable_markup(markup: str | None) -> str:
    """The same for rich text, without the keys that the editor gives its blocks."""
    return BLOCK_KEY.sub("", comparable(markup))


def clean_markup(field: RichTextField, markup: str) -> str:
    """Rich text with only what the editor of this field can make: no scripts, styles, events, foreign addresses.

    Raises ``UnfitError`` when it cannot be understood.
    """
    if not markup.strip():
        return ""
    converter = ContentstateConverter(field.features or _default_features())
    try:
        for _pass in range(2):  # what the first pass empties, the second removes
            markup = converter.to_database_format(converter.from_database_format(_well_formed(markup)))
    except BROKEN_MARKUP as error:
        raise UnfitError(_("The formatted text cannot be understood: check its HTML.")) from error
    return str(field.to_python(markup))


def _well_formed(markup: str) -> str:
    soup = BeautifulSoup(markup, "html.parser")
    for element in soup(["script", "style", "template"]):
        element.decompose()
    return soup.decode(formatter="minimal")


def _default_features() -> list[str]:
    from wagtail.rich_text import features  # noqa: PLC0415 -- filled when the apps are ready

    return list(features.get_default_features())
