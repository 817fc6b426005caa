"""Words, blanks, boxes and lines, drawn with reportlab."""

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .model import Blank, Box, Day, Digits, Form, Line, Part, Words

FONT_FILE = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
FONT = "synthetic"
MARGIN = 50.0
LEADING = 1.35
DEFAULTS: dict[str, Any] = {"size": (595, 842), "border": "line", "width": 0.5, "font_size": 10.5, "jitter": 0.0}


def register() -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, FONT_FILE, subfontIndex=0))


class Pen:
    """Draws the parts of one form and notes where they are. Positions are points from the top left."""

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
