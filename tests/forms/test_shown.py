"""Documents and workbooks as readers are shown them."""

from forms_library.detection import layout
from forms_library.detection.geometry import Rect
from forms_library.detection.layout import Cell, Glyph, Sheet, Span, TextLine
from forms_library.office.shown import Block, ShownCell, blocks, shown
from forms_library.safety.kinds import Kind

from .synthesis.document import docx_of
from .synthesis.model import Form, Table, words
from .test_workbooks import workbook


def line(text: str, top: float, spaces: int = 0) -> TextLine:
    glyphs = [
        Glyph(one, Rect(number, top, number + 1, top + 1), 1.0, spaces=spaces if number else 0)
        for number, one in enumerate(text)
    ]
    return TextLine(tuple(glyphs))


def test_lines_and_tables_stand_in_their_order_and_cells_keep_their_spans() -> None:
    wide = Cell(Rect(0, 10, 20, 20), Span(0, 1), Span(0, 2), (line("甲", 11),), "甲")
    tall = Cell(Rect(0, 20, 10, 40), Span(1, 3), Span(0, 1), text="乙")
    other = Cell(Rect(10, 20, 20, 30), Span(1, 2), Span(1, 2), (line("丙丁", 21, 2),), "丙丁")
    sheet = Sheet(0, 100, 100, (layout.Table((wide, tall, other)),), (line("题", 1), line("尾", 50)))
    assert blocks(sheet) == [
        Block("题"),
        Block(rows=[[ShownCell("甲", 1, 2)], [ShownCell("乙", 2, 1), ShownCell("丙  丁", 1, 1)], []]),
        Block("尾"),
    ]


def test_a_workbook_is_shown_with_its_cells() -> None:
    found = shown(workbook([["姓名", "欧阳某某"]]), Kind.XLSX)
    assert [cell.text for block in found for row in block.rows for cell in row] == ["姓名", "欧阳某某"]


def test_markup_in_a_document_is_text() -> None:
    form = Form("f", [Table([1, 2], [[words("<b>甲</b>"), words("乙")]], [26.0])])
    (table,) = [block for block in shown(docx_of(form), Kind.DOCX) if block.rows]
    assert table.rows[0][0].text == "<b>甲</b>"
