"""A described form as a DOCX: the parts that Word needs, and no more."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from .model import Cell, Description, Drawn, Line, Look, PageBreak, Paragraph, Place, Table, Title, What, Words
from .office import in_one_cell, pieces

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
TO_STYLES = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{HEAD}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="21"/>'
    '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
)
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/>'
    "</w:sectPr>"
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
WIDTH = 9638  # twips between the margins
TWIPS = 20  # in a point
SIZES = {"title": 36, "second": 24, "note": 17, "small": 17}  # half points
MADE = (1980, 1, 1, 0, 0, 0)  # the same form is the same file on every day
BEFORE_STYLE = {
    "left": '<w:spacing w:before="80" w:after="80"/>',
    "right": '<w:spacing w:before="80" w:after="80"/><w:jc w:val="right"/>',
    "indented": '<w:spacing w:before="60" w:after="60" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="420"/>',
    "note": '<w:spacing w:before="20" w:after="20"/>',
    "centre": '<w:jc w:val="center"/>',
    "plain": "",
}


def draw(form: Description) -> Drawn:
    """The document, with its places as ``cell:N`` and ``text:P:A:B``."""
    writer = _Writer()
    body = "".join(writer.block(block) for block in form.blocks)
    document = f'{HEAD}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}{PAGE}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": TO_STYLES,
        "word/styles.xml": STYLES,
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)
    return Drawn(buffer.getvalue(), tuple(writer.places))


class _Writer:
    """Writes blocks one after the other, and counts paragraphs and cells as a reader does."""

    def __init__(self) -> None:
        self.paragraphs = 0
        self.cells = 0
        self.places: list[Place] = []

    def block(self, block: object) -> str:
        if isinstance(block, PageBreak):
            self.paragraphs += 1
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if isinstance(block, Title):
            return "".join(self._title(words) for words in block.lines)
        if isinstance(block, Paragraph):
            return self.paragraph(block.line, block.place, SIZES["note"] if block.place == "note" else 0)
        return self.table(block) if isinstance(block, Table) else ""

    def _title(self, words: Words) -> str:
        size = SIZES["second" if words.small else "title"]
        return self.paragraph((words,), "centre", size, bold=not words.small)

    def paragraph(self, line: Line, style: str = "plain", size: int = 0, bold: bool = False) -> str:
        at = 0
        runs = []
        for text, blank in pieces(line):
            if blank:
                self.places.append(Place(blank, source=f"text:{self.paragraphs}:{at}:{at + len(text)}"))
            ruled = blank is not None and blank.what in (What.LINE, What.SIGNATURE)
            runs.append(_run(text, size or _size(line), bold, ruled))
            at += len(text)
        self.paragraphs += 1
        return f"<w:p><w:pPr>{BEFORE_STYLE[style]}</w:pPr>{''.join(runs)}</w:p>"

    # --- tables ---------------------------------------------------------------------------------------------------

    def table(self, table: Table) -> str:
        unit = WIDTH / sum(table.widths)
        columns = [int(width * unit) for width in table.widths]
        owners = {
            (one.row + r, one.column + c): one
            for one in table.placed()
            for r in range(one.cell.down)
            for c in range(one.cell.across)
        }
        rows = []
        for number, row in enumerate(table.rows):
            starts = [c for c in range(len(columns)) if owners[number, c].column == c]
            cells = [self._cell(owners[number, c].cell, owners[number, c].row == number, columns, c) for c in starts]
            height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{int(row.height * TWIPS)}"/></w:trPr>'
            rows.append(f"<w:tr>{height}{''.join(cells)}</w:tr>")
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        look = f'<w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>'
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _cell(self, cell: Cell, begins: bool, columns: list[int], first: int) -> str:
        width = sum(columns[first : first + cell.across])
        properties = _properties(cell, begins, width)
        if cell.blank and begins:
            self.places.append(Place(in_one_cell(cell.blank), source=f"cell:{self.cells}"))
        self.cells += 1
        lines = cell.lines if begins else ()
        style = "plain" if cell.look in (Look.LEFT, Look.SECTION) else "right" if cell.look is Look.STAMP else "centre"
        words = "".join(self.paragraph(line, style, bold=cell.look is Look.SECTION) for line in lines or ((),))
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"


def _properties(cell: Cell, begins: bool, width: int) -> str:
    """In the order that the standard demands."""
    merge = "" if cell.down == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if cell.look is Look.SECTION else ""
    turned = '<w:textDirection w:val="tbRlV"/>' if cell.look is Look.VERTICAL else ""
    align = "bottom" if cell.look is Look.STAMP else "center"
    span = f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{cell.across}"/>'
    return f'{span}{merge}{shade}{turned}<w:vAlign w:val="{align}"/>'


def _size(line: Line) -> int:
    return SIZES["small"] if line and all(isinstance(part, Words) and part.small for part in line) else 0


def _run(text: str, size: int, bold: bool, ruled: bool) -> str:
    marks = [(bold, "<w:b/>"), (bool(size), f'<w:sz w:val="{size}"/>'), (ruled, '<w:u w:val="single"/>')]
    properties = "".join(mark for wanted, mark in marks if wanted)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
