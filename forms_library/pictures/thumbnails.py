"""The small picture of a file: its first page."""

from .pages import coloured_png, drawn

WIDTH = 320  # pixels


def thumbnail(data: bytes) -> bytes:
    """The first page of a PDF as a PNG, no taller than twice as high. Raises ``pypdfium2.PdfiumError``."""
    (first,) = drawn(data, WIDTH, 1)
    return coloured_png(first)
