"""The same texts as an XLSX workbook, for those without a translator's program."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from translations.tables import CONTENT_TYPE, read_table, write_table
from translations.usable_text import FileError

from .segments import Segment, key_in

__all__ = ["CONTENT_TYPE", "ENDINGS", "read", "write"]

ENDINGS = (".xlsx",)
WIDTHS = (8, 20, 30, 24, 60, 60, 14, 12)


def write(segments: Iterable[Segment], language: str) -> bytes:
    """A workbook: one row a text, in a sheet with the code of the language."""
    headings = (
        *(_("Number of the page"), _("Place"), _("Page"), _("Text"), _("Chinese"), _("Translation"), _("State")),
        _("Mark (leave as it is)"),
    )
    rows = (
        (str(one.page), one.address, one.title, one.label, one.source, one.target, str(one.state.label), one.seen)
        for one in segments
    )
    return write_table(language, WIDTHS, headings, rows)


def read(content: bytes, language: str) -> Iterator[Segment]:
    """The texts of a workbook. Raises ``FileError``, also while they are read."""
    for page, address, title, label, source, target, _state, seen in read_table(content, language, len(WIDTHS)):
        try:
            yield Segment(key_in(page.removesuffix(".0")), address, source, target, seen, title, label)
        except ValueError as error:
            raise FileError(str(error)) from error
