"""What the child processes of ``previews`` run."""

from io import BytesIO
from typing import Any

from PIL import Image

from .pages import drawn
from .previews import LARGE, MOST_PAGES, preview


def pages_of_pdf(data: bytes) -> list[dict[str, Any]]:
    """The first pages of a PDF. Raises ``pypdfium2.PdfiumError``."""
    return [preview(picture) for picture in drawn(data, LARGE, MOST_PAGES, grey=True)]


def page_of_picture(data: bytes) -> list[dict[str, Any]]:
    """The picture, on white where it is transparent."""
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        whole = picture.convert("RGBA")
    paper = Image.new("RGBA", whole.size, "white")
    paper.alpha_composite(whole)
    return [preview(paper)]
