"""A trial of a form of any kind: filled in, read back, drawn. Runs in a child process; nothing of it is kept."""

from typing import Any

from forms_library.detection.fields import Field
from forms_library.detection.stored import field_from_plain
from forms_library.office.filling import FILLED_BY
from forms_library.office.package import read_parts
from forms_library.office.read_back import not_there
from forms_library.pictures.pages import drawn, grey_png
from forms_library.safety.kinds import Kind
from forms_library.text.docx import docx_text
from forms_library.text.xlsx import xlsx_text

from .fonts import font
from .read_back import Fault
from .samples import sample
from .trial import try_out

WIDTH = 900  # pixels
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
        "pictures": [grey_png(page) for page in drawn(trial.data, WIDTH, MOST_PAGES, grey=True)],
        "data": trial.data,
        "overflowing": list(trial.overflowing),
        "faults": faults,
    }


def _of_document(data: bytes, kind: str, fields: list[Field]) -> Tried:
    """There is no room to run out of: the word processor makes some. There is no picture either."""
    values = {field.id: value for field in fields if (value := sample(field))}
    fill = FILLED_BY[Kind(kind)]

    def text(some: list[Field], said: Any) -> str:
        made = fill(data, some, said)
        return "".join(docx_text(read_parts(made)) if kind == Kind.DOCX else xlsx_text(made))

    missing = not_there(fields, values, text)
    return {
        "pictures": [],
        "data": fill(data, fields, values),
        "overflowing": [],
        "faults": [[key, Fault.NOT_THERE.value] for key in missing],
    }
