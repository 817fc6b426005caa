"""A described form as a PDF."""

from collections.abc import Sequence

from forms_library.detection.geometry import Rect
from forms_library.filling.fonts import Font

from .model import Cell, Description, Drawn, Line, Look, PageBreak, Paragraph, PlacedCell, Table, Title, What, Words
from .pdf_pen import FRAME, HEIGHT, LEADING, WIDTH, Pen

MARGIN, TOP, BOTTOM = 50.0, 54.0, 60.0
SIZE, TITLE, NOTE, FOOT = 10.0, 17.0, 8.5, 7.5
PADDING = 4.0
STEP, NARROW = 1.2 * SIZE, 6.0  # from one vertical character to the next; room above and below them
INDENT = 2 * SIZE
LOWER = SIZE * (LEADING - 1) / 2  # what a line is higher than its words
AFTER_TABLE, AFTER_TITLE, AFTER_PARAGRAPH = 8.0, 8.0, 3.0
FOOTER = "演示表样 Demonstration form　第 {page} 页 共 {pages} 页 Page {page} of {pages}"


def draw(form: Description, font: Font) -> Drawn:
    """Drawn twice: how many pages there are is known at the end."""
    pages = _drawn(form, font, 1).page + 1
    paper = _drawn(form, font, pages)
    paper.canvas.save()
    return Drawn(paper.buffer.getvalue(), tuple(paper.places))


def _drawn(form: Description, font: Font, pages: int) -> "_Paper":
    paper = _Paper(font, pages, str(form.facts.get("code", "")))
    for block in form.blocks:
        paper.block(block)
    paper.end_page()
    return paper


class _Paper(Pen):
    """The pages of a form, filled from the top."""

    def __init__(self, font: Font, pages: int, code: str) -> None:
        super().__init__(font)
        self.pages = pages
        self.y = TOP
        if code:
            self.text(MARGIN, TOP - 18, f"表号：{code}", FOOT)

    def end_page(self) -> None:
        words = FOOTER.format(page=self.page + 1, pages=self.pages)
        wide = sum(self.font.advance(one) for one in words) * FOOT
        self.text((WIDTH - wide) / 2, HEIGHT - BOTTOM + 24, words, FOOT)
        self.canvas.showPage()

    def next_page(self) -> None:
        self.end_page()
        self.page += 1
        self.y = TOP

    def make_room(self, height: float) -> None:
        if self.y + height > HEIGHT - BOTTOM and self.y > TOP:
            self.next_page()

    def block(self, block: object) -> None:
        if isinstance(block, PageBreak):
            self.next_page()
        elif isinstance(block, Title):
            self._title(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Table):
            self._table(block)

    # --- outside of tables ----------------------------------------------------------------------------------------

    def _title(self, block: Title) -> None:
        for words in block.lines:
            size = TITLE * 0.68 if words.small else TITLE
            wide = sum(self.font.advance(one) for one in words.text) * size
            self.text((WIDTH - wide) / 2, self.y, words.text, size, bold=not words.small)
            self.y += size * LEADING
        self.y += AFTER_TITLE

    def _paragraph(self, block: Paragraph) -> None:
        size = NOTE if block.place == "note" else SIZE
        indent = INDENT if block.place == "indented" else 0.0
        lines = self.broken(block.line, WIDTH - 2 * MARGIN - indent, size)
        for line in lines:
            self.make_room(size * LEADING)
            x = WIDTH - MARGIN - self.line_wide(line, size) if block.place == "right" else MARGIN + indent
            self.line(x, self.y, line, size)
            self.y += size * LEADING * (1.15 if indent else 1)
        self.y += AFTER_PARAGRAPH if block.place != "note" else 1

    # --- tables ---------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        xs = _edges(table.widths)
        placed = list(table.placed())
        heights = self._heights(table, placed, xs)
        for first, end in _together(placed, len(table.rows)):
            self.make_room(sum(heights[first:end]))
            start = self.y
            for one in placed:
                if first <= one.row < end:
                    top = start + sum(heights[first : one.row])
                    bottom = top + sum(heights[one.row : one.row + one.cell.down])
                    self._cell(one.cell, Rect(xs[one.column], top, xs[one.column + one.cell.across], bottom))
            self.y += sum(heights[first:end])
            self.frame(Rect(xs[0], start, xs[-1], self.y), FRAME)
        self.y += AFTER_TABLE

    def _heights(self, table: Table, placed: Sequence[PlacedCell], xs: Sequence[float]) -> list[float]:
        """The rows, higher where their words need it; what reaches over several rows makes the last one higher."""
        heights = [row.height for row in table.rows]
        for one in sorted(placed, key=lambda one: one.cell.down):
            last = one.row + one.cell.down
            needed = self._needed(one.cell, xs[one.column + one.cell.across] - xs[one.column])
            heights[last - 1] += max(0.0, needed - sum(heights[one.row : last]))
        return heights

    def _needed(self, cell: Cell, width: float) -> float:
        if cell.look is Look.VERTICAL:
            return len(_text(cell)) * STEP + NARROW
        return self._high(self._broken(cell, width)) + 2 * PADDING

    def _broken(self, cell: Cell, width: float) -> list[Line]:
        return [piece for line in cell.lines for piece in self.broken(line, width - 2 * PADDING, SIZE)]

    def _high(self, lines: Sequence[Line]) -> float:
        return sum(self.high(line, SIZE) for line in lines)

    def _cell(self, cell: Cell, rect: Rect) -> None:
        self.frame(rect, shaded=cell.look is Look.SECTION)
        if cell.blank:
            self.note(cell.blank, rect)
        if cell.blank and cell.blank.what is What.DIGITS:
            side = rect.width / cell.blank.count
            for number in range(1, cell.blank.count):
                self.stroke(rect.x0 + number * side, rect.top, rect.x0 + number * side, rect.bottom)
        elif cell.look is Look.VERTICAL:
            self._vertical(cell, rect)
        else:
            self._words(cell, rect)

    def _words(self, cell: Cell, rect: Rect) -> None:
        lines = self._broken(cell, rect.width)
        high = self._high(lines)
        y = rect.bottom - high - PADDING if cell.look is Look.STAMP else (rect.top + rect.bottom - high) / 2 + LOWER
        for line in lines:
            wide = self.line_wide(line, SIZE)
            x = rect.x0 + PADDING
            if cell.look is Look.CENTRE:
                x = (rect.x0 + rect.x1 - wide) / 2
            elif cell.look is Look.STAMP:
                x = rect.x1 - wide - 5 * PADDING
            self.line(x, y, line, SIZE, bold=cell.look is Look.SECTION)
            y += self.high(line, SIZE)

    def _vertical(self, cell: Cell, rect: Rect) -> None:
        text = _text(cell)
        y = (rect.top + rect.bottom - STEP * len(text)) / 2
        for character in text:
            self.text(rect.centre - SIZE / 2, y, character, SIZE)
            y += STEP


def _text(cell: Cell) -> str:
    return "".join(part.text for line in cell.lines for part in line if isinstance(part, Words))


def _edges(widths: Sequence[float]) -> list[float]:
    unit = (WIDTH - 2 * MARGIN) / sum(widths)
    xs = [MARGIN]
    for width in widths:
        xs.append(xs[-1] + width * unit)
    return xs


def _together(placed: Sequence[PlacedCell], rows: int) -> list[tuple[int, int]]:
    """Rows that no page may part, as (first, end): those that one cell reaches over."""
    parted = {one.row + number for one in placed for number in range(1, one.cell.down)}
    starts = [row for row in range(rows) if row not in parted]
    return list(zip(starts, [*starts[1:], rows], strict=True))
