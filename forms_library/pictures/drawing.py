"""What the child processes of ``previews`` run."""

from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image

from .previews import LARGE, MOST_PAGES, TALL, preview


def pages_of_pdf(data: bytes) -> list[dict[str, Any]]:
    """The first pages of a PDF. Raises ``pypdfium2.PdfiumError``."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [preview(_drawn(document[number])) for number in range(min(len(document), MOST_PAGES))]
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    across, down = page.get_size()
    scale = min(LARGE / max(across, 1), TALL * LARGE / max(down, 1))
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    page.close()
    return picture


def page_of_picture(data: bytes) -> list[dict[str, Any]]:
    """The picture, on white where it is transparent."""
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        whole = picture.convert("RGBA")
    paper = Image.new("RGBA", whole.size, "white")
    paper.alpha_composite(whole)
    return [preview(paper)]
