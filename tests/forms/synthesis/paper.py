"""Draws synthetic forms as PDF files with reportlab, and notes where every place is."""

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .model import Blank, Box, Cell, Day, Digits, Form, Line, PageBreak, Paragraph, Part, Table, Words

FONT_FILE = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
FONT = "synthetic"
MARGIN = 50.0
LEADING = 1.35
DEFAULTS: dict[str, Any] = {"size": (595, 842), "border": "line", "width": 0.5, "font_size": 10.5, "jitter": 0.0}


def register() -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, FONT_FILE, subfontIndex=0))


class Paper:
    """One form being drawn. Positions are points from the top left."""

    def __init__(self, form: Form, seed: int = 0) -> None:
        register()
        self.form = form
        self.style = {**DEFAULTS, **form.style}
        self.width, self.height = self.style["size"]
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(self.width, self.height))
        self.page = 0
        self.y = MARGIN
        self.dice = Random(seed)

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

    # --- truth ----------------------------------------------------------------------------------------------------

    def note(self, box: tuple[float, float, float | None, float], label: str, kind: str, how: str, **more: Any) -> None:
        self.form.truth.append({"page": self.page, "bbox": list(box), "label": label, "type": kind, "how": how, **more})

    # --- text -----------------------------------------------------------------------------------------------------

    def text_width(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, FONT, size))

    def text(self, x: float, top: float, text: str, size: float) -> float:
        """Draws at a left edge and a top; gives the right edge."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - top - size * 0.88, text)
        return x + self.text_width(text, size)

    def part_width(self, part: Part, size: float) -> float:
        if isinstance(part, Words):
            return self.text_width(part.text, size)
        if isinstance(part, Blank):
            return part.width
        if isinstance(part, Box):
            return size * 1.1
        if isinstance(part, Day):
            return self.text_width("年月日", size) + 3 * part.gap * size * 0.5
        return part.count * 15.0 if isinstance(part, Digits) else 0.0

    def line_width(self, line: Line, size: float) -> float:
        return sum(self.part_width(part, size) for part in line)

    def line(self, x: float, top: float, line: Line, size: float, right: float) -> float:
        for part in line:
            x = self.part(x, top, part, size, right)
        return x

    def part(self, x: float, top: float, part: Part, size: float, right: float) -> float:
        if isinstance(part, Words):
            return self.text(x, top, part.text, size)
        if isinstance(part, Blank):
            return self.blank(x, top, part, size)
        if isinstance(part, Box):
            return self.box(x, top, part, size)
        if isinstance(part, Day):
            return self.day(x, top, part, size)
        if isinstance(part, Digits):
            return self.digits(x, top, part, size)
        self.note((x, top, right, top + size), part.label, part.type, "tail")
        return right

    def blank(self, x: float, top: float, part: Blank, size: float) -> float:
        end = x + part.width
        if part.style == "rule":
            self.canvas.setLineWidth(0.5)
            self.canvas.line(x, self.height - top - size - 1, end, self.height - top - size - 1)
        elif part.style in ("underscores", "dots"):
            mark = "_" if part.style == "underscores" else "…"
            count = max(2, int(part.width // self.text_width(mark, size)))
            end = self.text(x, top, mark * count, size)
        self.note((x, top - 2, end, top + size + 1), part.label, part.type, "inline")
        return end

    def box(self, x: float, top: float, part: Box, size: float) -> float:
        if part.style == "drawn":
            side = size * 0.8
            self.canvas.setLineWidth(0.7)
            self.canvas.rect(x, self.height - top - size * 0.9, side, side)
            place = (x, top + size * 0.1, x + side, top + size * 0.9)
            end = x + size * 1.1
        else:
            end = self.text(x, top, "□", size)
            place = (x, top, end, top + size)
        self.note(place, part.label, "option", "box", group=part.group)
        return end

    def day(self, x: float, top: float, part: Day, size: float) -> float:
        gap = ("_" if part.underscores else " ") * part.gap
        width = max(self.text_width(gap, size), part.gap * size * 0.5)
        start = x
        for mark in "年月日":
            if part.underscores:
                self.text(x, top, gap, size)
            x = self.text(x + width, top, mark, size)
        self.note((start, top, x, top + size), part.label, "date", "date")
        return x

    def digits(self, x: float, top: float, part: Digits, size: float) -> float:
        side = 15.0
        for index in range(part.count):
            self.edges(x + index * side, top - 2, x + (index + 1) * side, top + size + 3)
        end = x + part.count * side
        self.note((x, top - 2, end, top + size + 3), part.label, "comb", "comb")
        return end

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

    # --- lines ----------------------------------------------------------------------------------------------------

    def edges(self, x0: float, top: float, x1: float, bottom: float) -> None:
        if self.style["border"] == "rect":
            self.canvas.setLineWidth(self.style["width"])
            self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top)
            return
        offsets = (0.0, 1.6) if self.style["border"] == "double" else (0.0,)
        for off in offsets:
            left, high, right, low = x0 + off, top + off, x1 - off, bottom - off
            for at in (high, low):
                self.stroke(left, at, right, at)
            for at in (left, right):
                self.stroke(at, high, at, low)

    def stroke(self, x0: float, top: float, x1: float, bottom: float) -> None:
        width = self.style["width"]
        if self.style["border"] == "filled":
            left, low = min(x0, x1) - width / 2, self.height - max(top, bottom) - width / 2
            self.canvas.rect(left, low, abs(x1 - x0) + width, abs(bottom - top) + width, stroke=0, fill=1)
            return
        self.canvas.setDash(2, 2) if self.style["border"] == "dashed" else self.canvas.setDash()
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - top, x1, self.height - bottom)
        self.canvas.setDash()


def has_font() -> bool:
    return Path(FONT_FILE).exists()
