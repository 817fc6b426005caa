"""What DOCX and XLSX have in common: lines as text, with the characters that are to be filled in."""

from collections.abc import Iterator

from .model import Blank, Line, What, Words

CHARACTER = 5.25  # points of a blank
DEFAULT = 80.0  # points of a line to write on
DATE = "　　　　年　　月　　日"
AFTER_OPTION = "　"


def pieces(line: Line) -> Iterator[tuple[str, Blank | None]]:
    """Texts, each with the blank that it is; a box stands alone, its words behind it."""
    for part in line:
        if isinstance(part, Words):
            yield part.text, None
        elif part.what is What.BOX:
            yield "□", part
            yield f"{part.printed}{AFTER_OPTION}", None
        elif part.what is What.DATE:
            yield DATE, part
        else:
            yield " " * max(4, int((part.width or DEFAULT) / CHARACTER)), part


def spans(line: Line, rule: str = "_") -> tuple[str, list[tuple[Blank, int, int]]]:
    """The whole text of a line, lines to write on made of ``rule``, and where its blanks stand in it."""
    text, found = "", []
    for piece, blank in pieces(line):
        written = piece.replace(" ", rule) if blank and blank.what in (What.LINE, What.SIGNATURE) else piece
        if blank:
            found.append((blank, len(text), len(text) + len(written)))
        text += written
    return text, found


def in_one_cell(blank: Blank) -> Blank:
    """Documents and workbooks have one cell where a printed form has boxes for single digits."""
    return Blank(What.CELL, blank.label, blank.required) if blank.what is What.DIGITS else blank
