"""Drawing over the pages of a PDF. The template was rebuilt when it was published: its pages are upright."""

from collections import defaultdict
from collections.abc import Sequence
from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from forms_library.detection.geometry import Rect

from .fonts import Font
from .ink import Ink, Text

TICK_WIDTH = 1.1  # points
# The corners of a tick, as shares of its box from the top left.
TICK = ((0.15, 0.55), (0.42, 0.82), (0.9, 0.15))


def draw_over(template: bytes, ink: Sequence[Ink], font: Font) -> bytes:
    """The template with the ink on its pages. Raises ``pikepdf.PdfError`` for what is no PDF."""
    by_page: dict[int, list[Ink]] = defaultdict(list)
    for one in ink:
        by_page[one.page].append(one)
    with pikepdf.open(BytesIO(template)) as document:
        numbers = sorted(number for number in by_page if number < len(document.pages))
        sizes = [_size(document.pages[number]) for number in numbers]
        with pikepdf.open(BytesIO(_sheets([by_page[n] for n in numbers], sizes, font))) as drawn:
            for number, sheet in zip(numbers, drawn.pages, strict=False):
                document.pages[number].add_overlay(sheet, None)
            buffer = BytesIO()
            document.save(
                buffer,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
                deterministic_id=True,
            )
    return buffer.getvalue()


def _size(page: pikepdf.Page) -> tuple[float, float]:
    x0, y0, x1, y1 = (float(value) for value in page.mediabox)
    return x1 - x0, y1 - y0


def _sheets(pages: Sequence[Sequence[Ink]], sizes: Sequence[tuple[float, float]], font: Font) -> bytes:
    """A PDF with the ink of each page on a page of its own."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1)
    for ink, (width, height) in zip(pages, sizes, strict=True):
        canvas.setPageSize((width, height))
        for one in ink:
            if isinstance(one, Text):
                _write(canvas, one, height, font)
            else:
                _tick(canvas, one.rect, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _write(canvas: Canvas, text: Text, height: float, font: Font) -> None:
    line = canvas.beginText(text.x, height - text.base)
    line.setFont(font.name, text.size)
    line.setHorizScale(100 * text.stretch)
    line.textOut(text.text)
    canvas.drawText(line)


def _tick(canvas: Canvas, rect: Rect, height: float) -> None:
    side = min(rect.width, rect.height)
    left, top = rect.centre - side / 2, rect.middle - side / 2
    points = [(left + x * side, height - top - y * side) for x, y in TICK]
    canvas.setLineWidth(TICK_WIDTH)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    path.lineTo(*points[1])
    path.lineTo(*points[2])
    canvas.drawPath(path)
