"""Pages of a PDF as pictures, by PDFium, which may be used by one thread at a time."""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from PIL import Image

TALL = 2.0  # no picture is higher than so many times its width
GREYS = 16  # shades in which a printed form is as clear as in colours, at a third of the size


def drawn(data: bytes, width: int, most: int, *, grey: bool = False) -> Iterator[Image.Image]:
    """The first pages, each this many pixels across. Raises ``pypdfium2.PdfiumError``."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(document), most)):
            page = document[number]
            across, down = page.get_size()
            scale = min(width / max(across, 1), TALL * width / max(down, 1))
            picture: Image.Image = page.render(scale=scale, grayscale=grey).to_pil()
            page.close()
            yield picture
    finally:
        document.close()


def coloured_png(picture: Image.Image) -> bytes:
    """As it is."""
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def grey_png(picture: Image.Image) -> bytes:
    """In evenly spaced greys: to look for the best ones takes ten times as long, and a form is black on white."""
    steps = GREYS - 1
    grey = picture.convert("L").point([round(value * steps / 255) for value in range(256)])
    indexed = Image.frombytes("P", grey.size, grey.tobytes())
    indexed.putpalette([round(step * 255 / steps) for step in range(GREYS) for _channel in "rgb"])
    buffer = BytesIO()
    indexed.save(buffer, "PNG", bits=steps.bit_length())
    return buffer.getvalue()


def in_address(png: bytes) -> str:
    """A picture as a ``data:`` address: it is part of the page that shows it, and stands nowhere else."""
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"
