"""The glossary as an XLSX workbook."""

from collections.abc import Iterable, Iterator

from translations.models import GlossaryTerm
from translations.tables import CONTENT_TYPE, read_table, write_table

from .entries import FIELDS, Entry

__all__ = ["CONTENT_TYPE", "ENDINGS", "read", "write"]

ENDINGS = (".xlsx",)
SHEET = "glossary"
WIDTHS = (24, 10, 40, 40, 50, 16, 30)


def write(entries: Iterable[Entry]) -> bytes:
    """A workbook: one row a term; renderings not to be used one on each line of their cell."""
    headings = [str(GlossaryTerm._meta.get_field(name).verbose_name) for name in FIELDS]  # type: ignore[union-attr]
    return write_table(SHEET, WIDTHS, headings, ([getattr(entry, name) for name in FIELDS] for entry in entries))


def read(content: bytes) -> Iterator[Entry]:
    """The terms of a workbook. Raises ``FileError``, also while they are read."""
    return (Entry(*row) for row in read_table(content, SHEET, len(FIELDS)))
