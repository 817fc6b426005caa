"""A PDF looked at without drawing it: what is too large, too deep, or meant to act. Runs in a child process."""

import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from .reasons import Reason, Refused

MOST_PAGES = 60
MOST_OBJECTS = 200_000
PAGE_SIDES = (30.0, 3_000.0)  # points
MOST_PIXELS = 40_000_000  # of a picture
DEEPEST_FORM = 6  # forms inside forms: each level may multiply what is drawn
DEEPEST_VALUE = 40
LARGEST_CONTENT = 8_000_000  # bytes of drawing instructions, unpacked
LARGEST_STREAM = 48_000_000  # of a font, for instance
LARGEST_IMAGE = 160_000_000
CHUNK = 1_000_000
# Keys and kinds of actions (ISO 32000-1, 12.6): scripts, programs, forms sent, files inside and outside.
ACTIVE = frozenset(
    {
        *(
            "/JavaScript",
            "/JS",
            "/Launch",
            "/SubmitForm",
            "/ImportData",
            "/RichMedia",
            "/EmbeddedFile",
            "/EmbeddedFiles",
        ),
        *("/Movie", "/Sound", "/Rendition", "/GoToR", "/GoToE", "/3D", "/XFA", "/OpenAction", "/AA"),
    }
)


def screen(document: pikepdf.Pdf) -> list[str]:
    """The names of what acts in it, which a rebuild leaves out. Raises ``Refused`` for what must not be rebuilt."""
    _check_document(document)
    for page in document.pages:
        _check_size(page)
        _check_forms(page.obj.get("/Resources"), ())
        for content in _contents(page):
            _check_inflated(content, LARGEST_CONTENT)
    found: set[str] = set()
    for value in document.objects:
        found |= set(_active(value, 0))
        if isinstance(value, pikepdf.Stream):
            _check_stream(value)
    return sorted(found)


def _check_document(document: pikepdf.Pdf) -> None:
    if document.is_encrypted:
        raise Refused(Reason.ENCRYPTED)
    if len(document.objects) > MOST_OBJECTS:
        raise Refused(Reason.TOO_DEMANDING)
    if _stated_pages(document) > MOST_PAGES or len(document.pages) > MOST_PAGES:
        raise Refused(Reason.TOO_MANY_PAGES)
    if len(document.pages) == 0:
        raise Refused(Reason.DAMAGED)


def _stated_pages(document: pikepdf.Pdf) -> int:
    """What the file says, before the pages are counted: a loop of pages has no end."""
    try:
        return int(document.Root.Pages.get("/Count", 0))
    except (AttributeError, TypeError, ValueError):
        raise Refused(Reason.DAMAGED) from None


def _check_size(page: pikepdf.Page) -> None:
    try:
        x0, y0, x1, y1 = (float(value) for value in page.mediabox)
    except (TypeError, ValueError):
        raise Refused(Reason.DAMAGED) from None
    low, high = PAGE_SIDES
    if not (low < abs(x1 - x0) < high and low < abs(y1 - y0) < high):
        raise Refused(Reason.PAGE_SIZE)


def _check_forms(resources: Any, path: tuple[tuple[int, int], ...]) -> None:
    """Drawings inside drawings: not in themselves, and not deeper than anybody needs."""
    if not isinstance(resources, pikepdf.Dictionary) or not isinstance(resources.get("/XObject"), pikepdf.Dictionary):
        return
    for drawing in resources["/XObject"].values():
        if not isinstance(drawing, pikepdf.Stream) or drawing.get("/Subtype") != "/Form":
            continue
        if drawing.objgen in path or len(path) >= DEEPEST_FORM:
            raise Refused(Reason.BOMB)
        _check_forms(drawing.get("/Resources"), (*path, drawing.objgen))


def _active(value: Any, depth: int) -> Iterator[str]:
    if depth > DEEPEST_VALUE:
        raise Refused(Reason.BOMB)
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, inner in value.items():
            if key in ACTIVE:
                yield key
            if key == "/S" and isinstance(inner, pikepdf.Name) and str(inner) in ACTIVE:
                yield str(inner)
            yield from _active_inside(inner, depth)
    elif isinstance(value, pikepdf.Array):
        for inner in list(value)[:5_000]:
            yield from _active_inside(inner, depth)


def _active_inside(value: Any, depth: int) -> Iterator[str]:
    """Values in their own right are met by themselves."""
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect:
        yield from _active(value, depth + 1)


def _contents(page: pikepdf.Page) -> list[pikepdf.Stream]:
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [part for part in parts if isinstance(part, pikepdf.Stream)]


def _check_stream(stream: pikepdf.Stream) -> None:
    is_image = stream.get("/Subtype") == "/Image"
    if is_image and _number(stream.get("/Width")) * _number(stream.get("/Height")) > MOST_PIXELS:
        raise Refused(Reason.BOMB)
    if stream.get("/Subtype") == "/Form":
        _check_inflated(stream, LARGEST_CONTENT)
    else:
        _check_inflated(stream, LARGEST_IMAGE if is_image else LARGEST_STREAM)


def _number(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        raise Refused(Reason.DAMAGED) from None


def _check_inflated(stream: pikepdf.Stream, most: int) -> None:
    """How large a stream becomes, without keeping it."""
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if len(names) > 2 or names.count("/FlateDecode") > 1:
        raise Refused(Reason.BOMB)
    if names[0] != "/FlateDecode":
        return
    decoder = zlib.decompressobj()
    size, rest = 0, stream.read_raw_bytes()
    while rest and size <= most:
        try:
            piece = decoder.decompress(rest, CHUNK)
        except zlib.error:
            return  # damaged streams are mended or left out by the rebuild
        size += len(piece)
        rest = decoder.unconsumed_tail
        if not piece:
            break
    if size > most:
        raise Refused(Reason.BOMB)
