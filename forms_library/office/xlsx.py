"""Fields of an XLSX form."""

from forms_library.detection.detector import detect_in
from forms_library.detection.drafts import Draft, Shape
from forms_library.detection.fields import Detection, PageInfo

from .xlsx_layout import LETTERS, Region, read_workbook


def detect_xlsx(data: bytes) -> Detection:
    """Everything to fill in in a workbook. To be run in a child process. Raises ``TooLargeError``, ``TooComplexError``.

    ``source`` of a field is ``cell:SHEET!B3``, or ``text:SHEET!B3:A:B`` for the characters A to B of a cell's text
    (to its end where B is -1).
    """
    found = list(read_workbook(data))
    sources = {sheet.number: (name, regions) for name, sheet, regions in found}
    sheets = [sheet for _name, sheet, _regions in found]
    infos = [PageInfo(sheet.width, sheet.height) for sheet in sheets]
    numbers = {id(cell): sheet.number for sheet in sheets for table in sheet.tables for cell in table.cells}
    numbers |= {id(line): sheet.number for sheet in sheets for line in sheet.lines}

    def source(draft: Draft) -> str:
        anchor = draft.cell if draft.cell is not None else draft.line
        if anchor is None or id(anchor) not in numbers:
            return ""
        name, regions = sources[numbers[id(anchor)]]
        return _source(draft, name, regions)

    return detect_in(sheets, infos, source)


def _source(draft: Draft, name: str, regions: list[Region]) -> str:
    if draft.cells:
        places = ",".join(regions[cell.origin // LETTERS].address for cell in draft.cells)
        return f"cells:{name}!{places}"
    if draft.shape is Shape.CELL and draft.cell is not None:
        return f"cell:{name}!{regions[draft.cell.origin // LETTERS].address}"
    if draft.line is None:
        return ""
    glyphs = draft.line.glyphs
    first, end = draft.span
    region = regions[glyphs[0].origin // LETTERS]
    start = glyphs[first - 1].origin % LETTERS + 1 if first else 0
    if first < end:
        start = glyphs[first].origin % LETTERS if draft.shape is not Shape.DATE else start
        stop = glyphs[end - 1].origin % LETTERS + 1
    else:
        stop = glyphs[end].origin % LETTERS if end < len(glyphs) else -1
    return f"text:{name}!{region.address}:{start}:{stop}"
