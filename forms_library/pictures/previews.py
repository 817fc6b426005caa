"""Two pictures of every page: one to look at in the page, one to read. Drawn in a child process."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from forms_library.safety import process
from forms_library.safety.kinds import Kind
from forms_library.safety.reasons import Refused

from .pages import TALL, grey_png

SMALL = 480  # pixels across
LARGE = 1400
MOST_PAGES = 20  # further pages are seen in the file itself
DRAWN_BY = {
    Kind.PDF: "forms_library.pictures.drawing.pages_of_pdf",
    Kind.PNG: "forms_library.pictures.drawing.page_of_picture",
    Kind.JPEG: "forms_library.pictures.drawing.page_of_picture",
}


@dataclass(frozen=True)
class Preview:
    """PNGs of a page, and the size of the small one in pixels."""

    small: bytes = field(repr=False)
    large: bytes = field(repr=False)
    width: int
    height: int


def previews_of(kind: Kind, data: bytes) -> list[Preview]:
    """Pictures of the first pages; none of kinds that cannot be drawn, and of a file that is too hard to draw."""
    if kind not in DRAWN_BY:
        return []
    try:
        drawn: list[dict[str, Any]] = process.run(DRAWN_BY[kind], data)
    except Refused:
        return []
    return [Preview(**one) for one in drawn]


def previews_of_each(files: Sequence[tuple[Kind, bytes]]) -> list[list[Preview]]:
    """The same for several files of one origin, drawn in one process for each kind."""
    found: list[list[Preview]] = [[] for _file in files]
    for kind, function in DRAWN_BY.items():
        numbers = [number for number, (its_kind, _data) in enumerate(files) if its_kind is kind]
        drawn = process.run_each(function, [files[number][1] for number in numbers]) if numbers else []
        for number, pages in zip(numbers, drawn, strict=True):
            found[number] = [] if isinstance(pages, Refused) else [Preview(**one) for one in pages]
    return found


def preview(picture: Image.Image) -> dict[str, Any]:
    """Both pictures of a page, as plain data."""
    large = _across(picture, LARGE)
    small = _across(large, SMALL)
    return {"small": grey_png(small), "large": grey_png(large), "width": small.width, "height": small.height}


def _across(picture: Image.Image, width: int) -> Image.Image:
    scale = min(width / picture.width, TALL * width / picture.height, 1.0)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS) if scale < 1 else picture
