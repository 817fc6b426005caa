"""A trial: every field of a form filled in and read back, before an applicant meets it."""

from collections.abc import Sequence
from dataclasses import dataclass

from forms_library.detection.fields import Field

from .fonts import Font
from .pdf import fill_pdf
from .read_back import Fallen, check
from .samples import sample


@dataclass(frozen=True)
class Trial:
    """The filled form, the ids of fields that have no room for a usual value, and those that came out wrong."""

    data: bytes
    overflowing: tuple[str, ...]
    faults: tuple[Fallen, ...]


def try_out(template: bytes, fields: Sequence[Field], font: Font) -> Trial:
    """Fill every field with a sample value and read it back."""
    values = {field.id: value for field in fields if (value := sample(field))}
    filled = fill_pdf(template, fields, values, font)
    written = {name: value for name, value in values.items() if name not in filled.overflowing}
    return Trial(filled.data, filled.overflowing, tuple(check(template, filled.data, fields, written)))
