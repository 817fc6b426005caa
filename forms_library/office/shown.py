"""A document or workbook as readers are shown it: paragraphs and tables, from top to bottom. Pure.

Pictures of it would need an office suite, which would see the applicant's answers in a file. A browser wraps long
answers, is as wide as a phone, and reads aloud.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms_library.detection.layout import Cell, Sheet, Table, TextLine
from forms_library.safety.kinds import Kind

from .docx_layout import read_document
from .package import read_parts
from .xlsx_layout import read_workbook

MOST_SPACES = 8  # in a row: more of them only put words in their place on paper


@dataclass(frozen=True)
class ShownCell:
    """The text of a cell, and how many rows and columns it takes."""

    text: str
    rows: int
    columns: int


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table: ``rows`` of cells."""

    text: str = ""
    rows: Sequence[Sequence[ShownCell]] = ()


def shown(data: bytes, kind: Kind) -> list[Block]:
    """What stands in a DOCX or XLSX. Raises ``DamagedError``."""
    if kind is Kind.DOCX:
        return blocks(read_document(read_parts(data)).sheet)
    return [block for _name, sheet, _regions in read_workbook(data) for block in blocks(sheet)]


def blocks(sheet: Sheet) -> list[Block]:
    """Its lines and tables in the order in which they stand below each other."""
    lines = [(line.rect.top, Block(_text(line))) for line in sheet.lines]
    tables = [(table.rect.top, Block(rows=list(_rows(table)))) for table in sheet.tables]
    return [block for _top, block in sorted([*lines, *tables], key=lambda placed: placed[0])]


def _rows(table: Table) -> Iterator[list[ShownCell]]:
    """Row by row, each cell where it begins; a row that only cells from above reach into is empty."""
    last = max((cell.rows.end for cell in table.cells), default=0)
    for row in range(min((cell.rows.first for cell in table.cells), default=0), last):
        cells = sorted((cell for cell in table.cells if cell.rows.first == row), key=lambda cell: cell.columns.first)
        yield [_shown(cell) for cell in cells]


def _shown(cell: Cell) -> ShownCell:
    text = "\n".join(map(_text, cell.lines)) or cell.text
    return ShownCell(text, cell.rows.end - cell.rows.first, cell.columns.end - cell.columns.first)


def _text(line: TextLine) -> str:
    return "".join(" " * min(glyph.spaces, MOST_SPACES) + glyph.text for glyph in line.glyphs)
