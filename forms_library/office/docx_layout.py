"""A DOCX document as a sheet: its tables by their structure, its paragraphs as lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from forms_library.detection.geometry import Rect
from forms_library.detection.layout import Cell, Sheet, Span, Stroke, Table, TextLine
from forms_library.detection.text_lines import cell_text, is_chinese

from .docx_text import W, characters_of
from .flow import PITCH, Flow, Mark, lay_out
from .package import Element, parse

LEFT, WIDTH = 60.0, 480.0  # points
TWIPS = 20  # in a point
PADDING = 5.0
CONTAINERS = (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag", f"{W}customXml")
PICTURE = "\ufffc"
CHINESE = 20
DOCUMENT = "word/document.xml"


@dataclass
class Document:
    """The XML of a document with its paragraphs and cells in order, and the sheet made of it."""

    root: Element
    paragraphs: list[Element]
    cells: list[Element]
    sheet: Sheet


@dataclass
class _Builder:
    paragraphs: dict[int, int]
    cells: dict[int, int]
    bordered_styles: frozenset[str]
    y: float = 40.0
    tables: list[Table] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    rules: list[Stroke] = field(default_factory=list)
    chinese: int = 0

    # --- paragraphs -----------------------------------------------------------------------------------------------

    def flow(self, paragraph: Element, left: float, top: float) -> Flow:
        """Origins are ``paragraph index * 100 000 + index of the character``."""
        number = self.paragraphs[id(paragraph)] * PARAGRAPH
        characters = characters_of(paragraph)
        marks = [Mark(c.text, number + i, c.underlined, c.box) for i, c in enumerate(characters)]
        self.chinese += sum(is_chinese(c.text) for c in characters)
        return lay_out(marks, left, top)

    def block(self, container: Element) -> None:
        for child in container:
            if child.tag == f"{W}p":
                found = self.flow(child, LEFT, self.y)
                self.lines += found.lines
                self.rules += found.rules
                self.y = found.bottom
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag in CONTAINERS:
                self.block(child)

    # --- tables ---------------------------------------------------------------------------------------------------

    def table(self, table: Element) -> None:
        xs = _column_edges(table)
        rows = [list(_cells_of(row)) for row in _children(table, f"{W}tr")]
        placed = _placed(rows, [_before(row) for row in _children(table, f"{W}tr")], len(xs) - 1)
        heights = [self._height(row, found, xs) for row, found in zip(_children(table, f"{W}tr"), placed, strict=True)]
        ys = [self.y + 8]
        for height in heights:
            ys.append(ys[-1] + height)
        cells = []
        for row in placed:
            for element, spans in row:
                cells.append(self._cell(element, spans, xs, ys))
        self.y = ys[-1] + 8
        if cells and (_is_bordered(table) or _style_of(table) in self.bordered_styles):
            self.tables.append(Table(tuple(cells)))
        else:
            self.lines += [line for cell in cells for line in cell.lines]

    def _height(self, row: Element, found: "list[_Placed]", xs: list[float]) -> float:
        stated = row.find(f"{W}trPr/{W}trHeight")
        least = int(stated.get(f"{W}val", "0")) / TWIPS if stated is not None else 0.0
        for element, (rows, columns) in found:
            if rows.end - rows.first == 1:
                width = max(xs[columns.end] - xs[columns.first] - 2 * PADDING, 12)
                least = max(least, sum(_lines_needed(p, width) for p in _children(element, f"{W}p")) * PITCH + 4)
        return min(least or PITCH + 4, 700.0)

    def _cell(self, element: Element, spans: tuple[Span, Span], xs: list[float], ys: list[float]) -> Cell:
        rows, columns = spans
        rect = Rect(xs[columns.first], ys[rows.first], xs[columns.end], ys[rows.end])
        lines, rules = self._lines_in(element, rect)
        text = cell_text(lines, rect.width)
        if not text and any(True for _picture in element.iter(f"{W}drawing", f"{W}pict")):
            text = PICTURE
        self.rules += rules
        for nested in element.iter(f"{W}tbl"):
            self.table(nested)
        return Cell(rect, rows, columns, lines, text, self.cells[id(element)])

    def _lines_in(self, element: Element, rect: Rect) -> tuple[tuple[TextLine, ...], list[Stroke]]:
        """The lines of a cell, where its alignment puts them."""
        paragraphs = list(_paragraphs_of(element))
        room = max(rect.height - len(paragraphs) * PITCH - 4, 0)
        stated = element.find(f"{W}tcPr/{W}vAlign")
        share = {"center": 0.5, "bottom": 1.0}.get(stated.get(f"{W}val") if stated is not None else "", 0.0)
        top = rect.top + 3 + share * room
        lines: list[TextLine] = []
        rules: list[Stroke] = []
        for paragraph in paragraphs:
            found = self.flow(paragraph, rect.x0 + PADDING, top)
            lines += found.lines
            rules += found.rules
            top = found.bottom
        return tuple(lines), rules


_Placed = tuple[Element, tuple[Span, Span]]
PARAGRAPH = 100_000


def read_document(parts: dict[str, bytes]) -> Document:
    """Raises ``DamagedError``."""
    root = parse(parts, DOCUMENT)
    paragraphs, cells = list(root.iter(f"{W}p")), list(root.iter(f"{W}tc"))
    builder = _Builder(
        {id(p): i for i, p in enumerate(paragraphs)}, {id(c): i for i, c in enumerate(cells)}, _bordered_styles(parts)
    )
    body = root.find(f"{W}body")
    builder.block(body if body is not None else root)
    sheet = Sheet(
        number=0,
        width=LEFT + WIDTH + 60,
        height=builder.y + 40,
        tables=tuple(builder.tables),
        lines=tuple(builder.lines),
        rules=tuple(builder.rules),
        chinese=builder.chinese > CHINESE,
        margins=(LEFT, LEFT + WIDTH),
    )
    return Document(root, paragraphs, cells, sheet)


def _children(element: Element, tag: str) -> list[Element]:
    """Children of a tag, also inside content controls and insertions."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in CONTAINERS:
            found += _children(child, tag)
    return found


def _cells_of(row: Element) -> Iterator[Element]:
    yield from _children(row, f"{W}tc")


def _paragraphs_of(cell: Element) -> Iterator[Element]:
    yield from _children(cell, f"{W}p")


def _column_edges(table: Element) -> list[float]:
    """Left edges of the columns and the right edge of the last, in points, as wide as the page."""
    widths = [max(int(c.get(f"{W}w") or 0), 1) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
    needed = max(
        (sum(_span(c) for c in _cells_of(row)) + _before(row) for row in _children(table, f"{W}tr")), default=0
    )
    widths += [sum(widths) // max(len(widths), 1) or 1000] * (needed - len(widths))
    scale = WIDTH / max(sum(widths), 1)
    edges = [LEFT]
    for width in widths:
        edges.append(edges[-1] + width * scale)
    return edges


def _span(cell: Element) -> int:
    stated = cell.find(f"{W}tcPr/{W}gridSpan")
    return max(int(stated.get(f"{W}val", "1")), 1) if stated is not None else 1


def _before(row: Element) -> int:
    stated = row.find(f"{W}trPr/{W}gridBefore")
    return int(stated.get(f"{W}val", "0")) if stated is not None else 0


def _placed(rows: list[list[Element]], before: list[int], columns: int) -> list[list[_Placed]]:
    """The cells of each row with their rows and columns; cells merged downwards are one, in their first row."""
    placed: list[list[_Placed]] = []
    open_cells: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(rows):
        placed.append([])
        column = before[number]
        for element in row:
            end = min(column + _span(element), columns)
            merge = element.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            if goes_on and (column, end) in open_cells:
                first, index = open_cells[column, end]
                owner, (spanned, across) = placed[first][index]
                placed[first][index] = (owner, (Span(spanned.first, number + 1), across))
            elif end > column:
                placed[number].append((element, (Span(number, number + 1), Span(column, end))))
                if merge is not None:
                    open_cells[column, end] = (number, len(placed[number]) - 1)
                else:
                    open_cells.pop((column, end), None)
            column = end
    return placed


def _lines_needed(paragraph: Element, width: float) -> int:
    characters = characters_of(paragraph)
    length = lay_out([Mark(c.text, 0) for c in characters if c.text != "\n"], 0, 0)
    used = max((line.rect.x1 for line in length.lines), default=0.0)
    return 1 + int(used // width) + sum(c.text == "\n" for c in characters)


def _is_bordered(table: Element) -> bool:
    """Has the table, or one of its cells, a border?"""
    borders = [*table.iter(f"{W}tblBorders"), *table.iter(f"{W}tcBorders")]
    return any(side.get(f"{W}val") not in (None, "nil", "none") for border in borders for side in border)


def _style_of(table: Element) -> str:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _bordered_styles(parts: dict[str, bytes]) -> frozenset[str]:
    """Ids of the table styles that draw borders, also those based on such a style."""
    if "word/styles.xml" not in parts:
        return frozenset()
    styles = [s for s in parse(parts, "word/styles.xml").iter(f"{W}style") if s.get(f"{W}type") == "table"]
    found = {s.get(f"{W}styleId", "") for s in styles if _is_bordered(s)}
    for _generation in range(5):
        for style in styles:
            based = style.find(f"{W}basedOn")
            if based is not None and based.get(f"{W}val") in found:
                found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)
