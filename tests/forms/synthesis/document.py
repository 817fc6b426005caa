"""Writes synthetic forms as DOCX files, with the parts that Word needs and no more."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from .model import Blank, Box, Cell, Day, Digits, Form, Line, PageBreak, Paragraph, Part, Table, Words

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TWIPS = 20
BLANK = 5.25  # points


def docx_of(form: Form) -> bytes:
    """The form as a document."""
    return package(f"<w:body>{''.join(_block(block) for block in form.blocks)}</w:body>")


def package(body: str, **parts: str) -> bytes:
    """A document with this body, and further parts by name (with ``/`` and ``.`` as they are)."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{NAMESPACE}">{body}</w:document>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        everything = {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document}
        for name, content in {**everything, **parts}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _block(block: Table | Paragraph | PageBreak) -> str:
    if isinstance(block, PageBreak):
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return paragraph(block.line) if isinstance(block, Paragraph) else _table(block)


def paragraph(line: Line) -> str:
    return f"<w:p>{''.join(_part(part) for part in line)}</w:p>"


def run(text: str, underlined: bool = False) -> str:
    properties = '<w:rPr><w:u w:val="single"/></w:rPr>' if underlined else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _part(part: Part) -> str:
    if isinstance(part, Words):
        return run(part.text)
    if isinstance(part, Blank):
        count = max(4, int(part.width / BLANK))
        marks = {"underscores": "_" * count, "dots": "…" * (count // 2)}
        return run(marks.get(part.style, " " * count), underlined=part.style == "rule")
    if isinstance(part, Box):
        return run("□")
    if isinstance(part, Day):
        gap = ("_" if part.underscores else " ") * max(part.gap, 3)
        return run("".join(gap + mark for mark in "年月日"))
    return run("□" * part.count) if isinstance(part, Digits) else ""


def _table(table: Table) -> str:
    whole = 9000
    total = sum(table.widths)
    columns = "".join(f'<w:gridCol w:w="{int(whole * width / total)}"/>' for width in table.widths)
    open_cells: dict[int, tuple[int, int]] = {}
    rows = []
    for row, height in zip(table.rows, table.heights, strict=True):
        rows.append(_row(row, height, open_cells, len(table.widths)))
    borders = f"<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{borders}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(row: list[Cell], height: float, open_cells: dict[int, tuple[int, int]], columns: int) -> str:
    """``open_cells`` are those of rows before that reach down here: rows left and columns spanned, by first column."""
    cells = []
    column = 0
    waiting = list(row)
    while column < columns:
        if column in open_cells:
            left, span = open_cells[column]
            cells.append(_cell(Cell(span=span), "<w:vMerge/>"))
            open_cells[column] = (left - 1, span)
            if left <= 1:
                del open_cells[column]
            column += span
        elif waiting:
            cell = waiting.pop(0)
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            if cell.rows > 1:
                open_cells[column] = (cell.rows - 1, cell.span)
            cells.append("".join(_digits(cell)) if cell.digits else _cell(cell, merge))
            column += cell.span
        else:
            break
    return f'<w:tr><w:trPr><w:trHeight w:val="{int(height * TWIPS)}"/></w:trPr>{"".join(cells)}</w:tr>'


def _cell(cell: Cell, merge: str) -> str:
    align = {"top": "top", "bottom": "bottom"}.get(cell.align, "center")
    properties = f'<w:tcPr><w:gridSpan w:val="{cell.span}"/>{merge}<w:vAlign w:val="{align}"/></w:tcPr>'
    return f"<w:tc>{properties}{''.join(paragraph(line) for line in cell.lines) or '<w:p/>'}</w:tc>"


def _digits(cell: Cell) -> list[str]:
    """Word's forms have one empty cell there, or boxes in the text."""
    return [_cell(Cell(span=cell.span), "")]
