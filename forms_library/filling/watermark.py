"""示范 across every page of a filled sample, so that nobody takes it for a real one. Runs in a child process."""

from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from .fonts import Font, font

WORDS = "示范 SAMPLE"
SHARE = 0.7  # of the diagonal that the words take
GREY, OPACITY = 0.45, 0.28
LARGEST = 110.0  # points


def marked(data: bytes, font_path: str) -> bytes:
    """The document with the words over its pages. Raises ``pikepdf.PdfError``, ``FontError``."""
    face = font(font_path)
    with pikepdf.open(BytesIO(data)) as document:
        for page in document.pages:
            x0, y0, x1, y1 = (float(value) for value in page.mediabox)
            with pikepdf.open(BytesIO(_sheet(x1 - x0, y1 - y0, face))) as drawn:
                page.add_overlay(drawn.pages[0], None)
        buffer = BytesIO()
        document.save(
            buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, deterministic_id=True
        )
    return buffer.getvalue()


def _sheet(width: float, height: float, face: Font) -> bytes:
    diagonal = (width**2 + height**2) ** 0.5
    advance = sum(face.advance(one) for one in WORDS)
    size = min(LARGEST, SHARE * diagonal / advance)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(45)
    canvas.setFont(face.name, size)
    canvas.setFillGray(GREY, OPACITY)
    canvas.drawCentredString(0, -size / 3, WORDS)
    canvas.save()
    return buffer.getvalue()
