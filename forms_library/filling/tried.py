"""A trial of a form of any kind: filled in, read back, drawn. Runs in a child process; nothing of it is kept."""

from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image

from forms_library.detection.fields import Field
from forms_library.detection.stored import field_from_plain
from forms_library.office.docx_fill import fill_docx
from forms_library.office.package import read_parts
from forms_library.office.read_back import not_there
from forms_library.office.xlsx_fill import fill_xlsx
from forms_library.safety.kinds import Kind
from forms_library.text.docx import docx_text
from forms_library.text.xlsx import xlsx_text

from .fonts import font
from .read_back import Fault
from .samples import sample
from .trial import try_out

WIDTH = 900  # pixels
GREYS = 16
MOST_PAGES = 20

Tried = dict[str, Any]


def tried(data: bytes, kind: str, fields: list[dict[str, Any]], font_path: str) -> Tried:
    """``pictures`` (PNGs), ``data`` (the filled form), ``overflowing`` (ids), ``faults`` (pairs of id and fault)."""
    wanted = [field_from_plain(field) for field in fields]
    return _of_pdf(data, wanted, font_path) if kind == Kind.PDF else _of_document(data, kind, wanted)


def _of_pdf(data: bytes, fields: list[Field], font_path: str) -> Tried:
    trial = try_out(data, fields, font(font_path))
    faults = [[fallen.field, fallen.fault.value] for fallen in trial.faults]
    return {
        "pictures": _pictures(trial.data),
        "data": trial.data,
        "overflowing": list(trial.overflowing),
        "faults": faults,
    }


def _of_document(data: bytes, kind: str, fields: list[Field]) -> Tried:
    """There is no room to run out of: the word processor makes some. There is no picture either."""
    in_word = kind == Kind.DOCX
    values = {field.id: value for field in fields if (value := sample(field))}
    fill = fill_docx if in_word else fill_xlsx

    def text(some: list[Field], said: Any) -> str:
        made = fill(data, some, said)
        return "".join(docx_text(read_parts(made)) if in_word else xlsx_text(made))

    missing = not_there(fields, values, text)
    return {
        "pictures": [],
        "data": fill(data, fields, values),
        "overflowing": [],
        "faults": [[key, Fault.NOT_THERE.value] for key in missing],
    }


def _pictures(data: bytes) -> list[bytes]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [_drawn(document[number]) for number in range(min(len(document), MOST_PAGES))]
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage) -> bytes:
    across, down = page.get_size()
    scale = min(WIDTH / max(across, 1), 2 * WIDTH / max(down, 1))
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    page.close()
    buffer = BytesIO()
    picture.convert("L").quantize(GREYS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
