"""Fields of a DOCX form, found by its structure."""

from forms_library.detection.detector import detect_in
from forms_library.detection.drafts import Draft, Shape
from forms_library.detection.fields import Detection, PageInfo

from .docx_layout import PARAGRAPH, read_document
from .package import read_parts


def detect_docx(data: bytes) -> Detection:
    """Everything to fill in in a document. To be run in a child process. Raises ``DamagedError``, ``TooComplexError``.

    ``source`` of a field is ``cell:N`` (the cell N of the document), ``cells:N,M`` (a digit in each), or
    ``text:P:A:B``: the characters A to B of paragraph P, to the end of the line where B is -1.
    """
    document = read_document(read_parts(data))
    sheet = document.sheet
    return detect_in([sheet], [PageInfo(sheet.width, sheet.height)], source_of)


def source_of(draft: Draft) -> str:
    if draft.cells:
        return "cells:" + ",".join(str(cell.origin) for cell in draft.cells)
    if draft.shape is Shape.CELL and draft.cell is not None:
        return f"cell:{draft.cell.origin}"
    if draft.line is None:
        return ""
    start, end = _characters(draft)
    return f"text:{start // PARAGRAPH}:{start % PARAGRAPH}:{end % PARAGRAPH if end >= 0 else -1}"


def _characters(draft: Draft) -> tuple[int, int]:
    """The first character of a place and the one behind its last, with their paragraph; -1 for the end of the line."""
    glyphs = draft.line.glyphs if draft.line else ()
    first, end = draft.span
    printed = first < end and all(glyph.box or glyph.text in "_＿﹍﹎ˍ‗….·・﹒⋯年月日" for glyph in glyphs[first:end])
    if draft.shape is Shape.BOX or (printed and draft.shape is not Shape.DATE):
        return glyphs[first].origin, glyphs[end - 1].origin + 1
    start = glyphs[first - 1].origin + 1 if first else glyphs[0].origin - glyphs[0].spaces
    if draft.shape is Shape.DATE:
        return start, glyphs[end - 1].origin + 1
    return start, glyphs[end].origin if end < len(glyphs) else -1
