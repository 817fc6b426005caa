"""Draws synthetic forms as PDF files, and notes where every place is."""

from .model import Cell, Line, PageBreak, Paragraph, Table, Words
from .pen import FONT, LEADING, MARGIN, Pen


class Paper(Pen):
    """One form being drawn, block by block."""

    def draw(self) -> bytes:
        for block in self.form.blocks:
            if isinstance(block, PageBreak):
                self.next_page()
            elif isinstance(block, Paragraph):
                self.paragraph(block)
            else:
                self.table(block)
        self.canvas.save()
        return self.buffer.getvalue()

    def next_page(self) -> None:
        self.canvas.showPage()
        self.page += 1
        self.y = MARGIN

    # --- blocks ---------------------------------------------------------------------------------------------------

    def paragraph(self, block: Paragraph) -> None:
        size = block.size
        lines = self.wrapped(block, self.width - 2 * MARGIN - block.indent) if block.wrap else [block.line]
        for line in lines:
            if self.y + size > self.height - MARGIN:
                self.next_page()
            x = MARGIN + block.indent
            if block.align == "centre":
                x = (self.width - self.line_width(line, size)) / 2
            elif block.align == "right":
                x = self.width - MARGIN - self.line_width(line, size) - 20
            self.line(x, self.y, line, size, self.width - MARGIN)
            self.y += size * LEADING
        self.y += block.after

    def wrapped(self, block: Paragraph, width: float) -> list[Line]:
        """Words broken into lines; other parts stay whole."""
        lines: list[Line] = [[]]
        used = 0.0
        for part in block.line:
            pieces = [Words(c) for c in part.text] if isinstance(part, Words) else [part]
            for piece in pieces:
                taken = self.part_width(piece, block.size)
                if used + taken > width and lines[-1]:
                    lines.append([])
                    used = 0.0
                last = lines[-1][-1] if lines[-1] else None
                if isinstance(piece, Words) and isinstance(last, Words):
                    lines[-1][-1] = Words(last.text + piece.text)
                else:
                    lines[-1].append(piece)
                used += taken
        return lines

    def table(self, block: Table) -> None:
        whole = self.width - 2 * MARGIN
        total = sum(block.widths)
        xs = [MARGIN]
        for width in block.widths:
            xs.append(xs[-1] + whole * width / total)
        heights = self.fitting_heights(block, xs)
        occupied: dict[tuple[int, int], bool] = {}
        for number, row in enumerate(block.rows):
            reach = sum(heights[number : number + max((cell.rows for cell in row), default=1)])
            if self.y + reach > self.height - MARGIN:
                self.next_page()
            column = 0
            for cell in row:
                while occupied.get((number, column)):
                    column += 1
                bottom = self.y + sum(heights[number : number + cell.rows])
                shift = self.dice.uniform(-1, 1) * self.style["jitter"] if column > 0 else 0
                self.cell(
                    xs[column] + shift, self.y, xs[min(column + cell.span, len(xs) - 1)], bottom, cell, block.rule_only
                )
                for r in range(number, number + cell.rows):
                    for c in range(column, column + cell.span):
                        occupied[r, c] = True
                column += cell.span
            self.y += heights[number]
        self.y += 8

    def fitting_heights(self, block: Table, xs: list[float]) -> list[float]:
        """The heights of the rows, higher where their words need it."""
        size = self.style["font_size"]
        heights = list(block.heights)
        for number, row in enumerate(block.rows):
            for cell in row:
                if cell.rows == 1 and not cell.vertical:
                    width = (xs[-1] - xs[0]) * cell.span * min(block.widths) / sum(block.widths) - 6
                    lines = sum(len(self.wrapped_in(line, max(width, 20), size)) for line in cell.lines)
                    heights[number] = max(heights[number], min(lines, 8) * size * LEADING + 6)
        return heights

    def cell(self, x0: float, top: float, x1: float, bottom: float, cell: Cell, rule_only: bool) -> None:
        if cell.shaded:
            self.canvas.setFillColorRGB(0.87, 0.9, 0.95)
            self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
            self.canvas.setFillColorRGB(0, 0, 0)
        if rule_only:
            self.stroke(x0, top, x1, top)
            self.stroke(x0, bottom, x1, bottom)
        else:
            self.edges(x0, top, x1, bottom)
        if cell.digits:
            side = (x1 - x0) / cell.digits
            for index in range(1, cell.digits):
                self.stroke(x0 + index * side, top, x0 + index * side, bottom)
            self.note((x0, top, x1, bottom), cell.label or "", "comb", "comb")
            return
        if cell.label is not None:
            self.note((x0, top, x1, bottom), cell.label, cell.type, "borderless" if rule_only else "cell")
        self.cell_lines(x0, top, x1, bottom, cell)

    def cell_lines(self, x0: float, top: float, x1: float, bottom: float, cell: Cell) -> None:
        size = self.style["font_size"]
        if cell.vertical:
            self.vertical(x0, top, x1, bottom, cell, size)
            return
        lines = [piece for line in cell.lines for piece in self.wrapped_in(line, x1 - x0 - 6, size)]
        while size > 7.5 and len(lines) * size * LEADING > bottom - top - 2:
            size -= 0.5
            lines = [piece for line in cell.lines for piece in self.wrapped_in(line, x1 - x0 - 6, size)]
        height = len(lines) * size * LEADING
        y = (
            top + 4
            if cell.align == "top"
            else (bottom - height - 3 if cell.align == "bottom" else (top + bottom - height) / 2 + 1)
        )
        for line in lines:
            width = self.line_width(line, size)
            x = (x0 + x1 - width) / 2 if cell.align == "centre" else x0 + 5
            if cell.align == "bottom":
                x = max(x0 + 5, x1 - width - 30)
            self.line(x, y, line, size, x1)
            y += size * LEADING

    def wrapped_in(self, line: Line, width: float, size: float) -> list[Line]:
        return self.wrapped(Paragraph(line, size), width)

    def vertical(self, x0: float, top: float, x1: float, bottom: float, cell: Cell, size: float) -> None:
        text = "".join(part.text for line in cell.lines for part in line if isinstance(part, Words))
        if cell.vertical == "turned":
            self.canvas.saveState()
            self.canvas.translate(
                (x0 + x1) / 2 + size * 0.35, self.height - (top + bottom) / 2 - self.text_width(text, size) / 2
            )
            self.canvas.rotate(90)
            self.canvas.setFont(FONT, size)
            self.canvas.drawString(0, 0, text)
            self.canvas.restoreState()
            return
        step = min(size * 1.25, (bottom - top - 4) / max(len(text), 1))
        y = (top + bottom - step * len(text)) / 2
        for character in text:
            self.text((x0 + x1 - size) / 2, y, character, min(size, step))
            y += step
