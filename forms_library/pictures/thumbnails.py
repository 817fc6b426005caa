"""Small pictures of the pages of a PDF, by PDFium."""

from io import BytesIO

import pypdfium2

WIDTH = 320  # pixels
TALLEST = 640


def thumbnail(data: bytes, page: int = 0, width: int = WIDTH) -> bytes:
    """A page as a PNG of this many pixels across, no taller than twice as high. Raises ``pypdfium2.PdfiumError``."""
    document = pypdfium2.PdfDocument(data)
    try:
        drawn = document[page]
        across, down = drawn.get_size()
        scale = min(width / max(across, 1), 2 * width / max(down, 1))
        picture = drawn.render(scale=scale).to_pil().convert("RGB")
        buffer = BytesIO()
        picture.save(buffer, "PNG", optimize=True)
        return buffer.getvalue()
    finally:
        document.close()
