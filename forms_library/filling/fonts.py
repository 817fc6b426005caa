"""The font that answers are written in: a TrueType font with Chinese characters."""

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

NAME = "answers"


class FontError(Exception):
    """The font file is missing, or is none that can be embedded (outlines must be TrueType)."""


class Font:
    """Widths and glyphs of one font file."""

    def __init__(self, path: str) -> None:
        try:
            font = TTFont(f"{NAME}-{Path(path).stem}", path, subfontIndex=0)
        except (TTFError, OSError) as error:
            raise FontError(str(error)) from error
        pdfmetrics.registerFont(font)
        self.name: str = font.fontName
        self._widths: dict[int, float] = font.face.charWidths
        self._glyphs: dict[int, int] = font.face.charToGlyph
        self._default: float = font.face.defaultWidth
        self.ascent: float = font.face.ascent / 1000
        self.descent: float = -font.face.descent / 1000

    def advance(self, character: str) -> float:
        """Width in a font of one point."""
        return self._widths.get(ord(character), self._default) / 1000

    def missing(self, text: str) -> list[str]:
        """The characters that the font has no glyph for, each once."""
        return [c for c in dict.fromkeys(text) if not c.isspace() and ord(c) not in self._glyphs]


@cache
def font(path: str) -> Font:
    """The font of a file, read once a process. Raises ``FontError``."""
    return Font(path)
