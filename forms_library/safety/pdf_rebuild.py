"""A PDF made anew of its pages: what is drawn on them, and nothing else. Runs in a child process.

Each new page has the contents, the resources and the size of the old one. Scripts, actions, attachments, form fields,
links, comments, metadata and structure have no place in it. Pages are upright, and their visible corner is the origin,
so that detection and filling need no rule for turned pages.
"""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

KEPT_RESOURCES = ("/Font", "/XObject", "/ColorSpace", "/ExtGState", "/Pattern", "/Shading", "/Properties", "/ProcSet")
DROPPED_FROM_DRAWINGS = (
    "/Metadata",
    "/PieceInfo",
    "/AF",
    "/AA",
    "/A",
    "/OPI",
    "/Alternates",
    "/StructParent",
    "/StructParents",
)


def rebuild(document: pikepdf.Pdf) -> bytes:
    """The bytes of a document of the same pages."""
    with pikepdf.new() as made:
        for page in document.pages:
            _add(made, document, page)
        _copy_layers(made, document)
        for value in made.objects:
            if isinstance(value, pikepdf.Stream):
                _strip(value)
        buffer = BytesIO()
        made.remove_unreferenced_resources()
        made.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return buffer.getvalue()


def turned(data: bytes, turns: dict[int, int]) -> bytes:
    """The document with pages (by number) turned by degrees clockwise, upright again."""
    with pikepdf.open(BytesIO(data)) as document:
        for number, degrees in turns.items():
            document.pages[number].obj.Rotate = degrees
        return rebuild(document)


def _add(made: pikepdf.Pdf, document: pikepdf.Pdf, page: pikepdf.Page) -> None:
    box, turn = visible_box(page), rotation(page)
    width, height = box[2] - box[0], box[3] - box[1]
    size = (height, width) if turn in (90, 270) else (width, height)
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, Array) else [contents]
    streams = [made.copy_foreign(document.make_indirect(part)) for part in parts if isinstance(part, pikepdf.Stream)]
    if turn or box[:2] != (0.0, 0.0):
        streams.insert(0, made.make_stream(f"q {_matrix(turn, box)} cm\n".encode()))
        streams.append(made.make_stream(b"\nQ"))
    new = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *(round(side, 3) for side in size)]),
        Contents=Array(streams),
        Resources=_resources(made, document, page),
    )
    made.pages.append(pikepdf.Page(made.make_indirect(new)))


def visible_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """What a reader shows of a page: the crop box inside the media box, its lower left corner first."""
    media, crop = _box(page.mediabox), _box(page.cropbox)
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return box if box[2] - box[0] > 1 and box[3] - box[1] > 1 else media


def _box(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def rotation(page: pikepdf.Page) -> int:
    """Degrees clockwise by which a reader turns the page."""
    value = page.obj.get("/Rotate")
    parent = page.obj.get("/Parent")
    for _generation in range(20):
        if value is not None or not isinstance(parent, Dictionary):
            break
        value, parent = parent.get("/Rotate"), parent.get("/Parent")
    try:
        return int(value or 0) % 360
    except (TypeError, ValueError):
        return 0


def _matrix(turn: int, box: tuple[float, float, float, float]) -> str:
    """What moves the visible corner to the origin after turning."""
    x0, y0, x1, y1 = box
    numbers = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }.get(turn, (1, 0, 0, 1, -x0, -y0))
    return " ".join(f"{number:g}" for number in numbers)


def _resources(made: pikepdf.Pdf, document: pikepdf.Pdf, page: pikepdf.Page) -> Any:
    """The kinds of resources that drawing needs."""
    found = page.obj.get("/Resources")
    parent = page.obj.get("/Parent")
    for _generation in range(20):
        if found is not None or not isinstance(parent, Dictionary):
            break
        found, parent = parent.get("/Resources"), parent.get("/Parent")
    if not isinstance(found, Dictionary):
        return Dictionary()
    kept = Dictionary()
    for key in KEPT_RESOURCES:
        if key in found:
            kept[key] = found[key]
    return made.copy_foreign(document.make_indirect(kept))


def _copy_layers(made: pikepdf.Pdf, document: pikepdf.Pdf) -> None:
    """Which layers are hidden: without this, all would be shown."""
    layers = document.Root.get("/OCProperties")
    if isinstance(layers, Dictionary) and isinstance(layers.get("/D"), Dictionary):
        shown = Dictionary()
        for key in ("/ON", "/OFF", "/BaseState", "/Order"):
            if key in layers["/D"]:
                shown[key] = layers["/D"][key]
        kept = Dictionary(OCGs=layers.get("/OCGs", Array([])), D=shown)
        made.Root.OCProperties = made.copy_foreign(document.make_indirect(kept))


def _strip(stream: pikepdf.Stream) -> None:
    for key in DROPPED_FROM_DRAWINGS:
        if key in stream:
            del stream[key]
