"""Pages made by hand, for tests that say in a few words what is on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection, Field
from forms_library.detection.geometry import Rect
from forms_library.detection.layout import Glyph, Page, Stroke
from forms_library.detection.text_lines import is_chinese
from forms_library.detection.vocabulary import BOXES

SIZE = 10.0


@dataclass
class Sketch:
    """A page of A4 on which text, lines and tables are put. Positions are points from the top left."""

    width: float = 595.0
    height: float = 842.0
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    squares: list[Rect] = field(default_factory=list)

    def text(self, x: float, top: float, words: str, size: float = SIZE) -> "Sketch":
        """Chinese characters are as wide as they are high, others half as wide; blanks are white."""
        spaces = 0
        for one in words:
            wide = is_chinese(one) or one in "：，。、；（）《》“”□☑　"
            step = size if wide else size / 2
            if one.isspace():
                spaces += 1
            else:
                self.glyphs.append(Glyph(one, Rect(x, top, x + step, top + size), size, one in BOXES, 0, spaces))
                spaces = 0
            x += step
        return self

    def rule(self, x0: float, x1: float, at: float) -> "Sketch":
        self.strokes.append(Stroke(True, at, x0, x1))
        return self

    def upright(self, x: float, top: float, bottom: float) -> "Sketch":
        self.strokes.append(Stroke(False, x, top, bottom))
        return self

    def frame(self, x0: float, top: float, x1: float, bottom: float) -> "Sketch":
        """The four lines around something."""
        self.rule(x0, x1, top).rule(x0, x1, bottom)
        return self.upright(x0, top, bottom).upright(x1, top, bottom)

    def square(self, x: float, top: float, side: float = 8) -> "Sketch":
        self.squares.append(Rect(x, top, x + side, top + side))
        return self

    def table(self, rows: Sequence[Sequence[str]], top: float = 100, row: float = 24, column: float = 90) -> "Sketch":
        """A table with a line of text in the middle of each cell. ``<`` is merged with the cell on its left, ``^`` with
        the one above."""
        left = 50.0
        for r, cells in enumerate(rows):
            for c, words in enumerate(cells):
                x0, y0 = left + c * column, top + r * row
                if words != "<":
                    self.upright(x0, y0, y0 + row)
                if words != "^":
                    self.rule(x0, x0 + column, y0)
                if words not in ("<", "^", ""):
                    self.text(x0 + 5, y0 + (row - SIZE) / 2, words)
            self.upright(left + len(cells) * column, top + r * row, top + (r + 1) * row)
        self.rule(left, left + len(rows[-1]) * column, top + len(rows) * row)
        return self

    def page(self, number: int = 0) -> Page:
        return Page(number, self.width, self.height, tuple(self.glyphs), tuple(self.strokes), tuple(self.squares))

    def detect(self) -> Detection:
        return detect([self.page()])

    def fields(self) -> tuple[Field, ...]:
        return self.detect().fields

    def labels(self) -> list[str]:
        return [found.label for found in self.fields()]


CHINESE = "本表所填内容应当真实准确完整如有虚假承担法律责任特此说明"


def chinese_page() -> Sketch:
    """A page that is long enough to be known as Chinese."""
    return Sketch().text(50, 800, CHINESE)
