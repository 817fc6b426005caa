"""The trial of a version: every field filled in with an invented value, in a process of its own; nothing is stored."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings

from forms_library.filling.fonts import font
from forms_library.filling.read_back import Fault
from forms_library.models import FormVersion
from forms_library.safety import process
from forms_library.safety.kinds import Kind

FUNCTION = "forms_library.filling.tried.tried"


@dataclass(frozen=True)
class Outcome:
    """PNGs of the pages (of PDF forms), the filled form, and what went wrong, by id of field."""

    pictures: list[bytes] = field(repr=False)
    data: bytes = field(repr=False)
    overflowing: list[str]
    faults: dict[str, Fault]


def trial_of(version: FormVersion) -> Outcome:
    """Raises ``Refused`` for a form that is too hard to fill in, ``FontError`` where the hall has no font for it."""
    if version.file_kind == Kind.PDF:
        font(settings.FORM_FONT)
    found = version.detection
    fields = [asdict(one) for one in found.fields] if found else []
    with version.file.open("rb") as file:
        made: dict[str, Any] = process.run(
            FUNCTION, file.read(), kind=version.file_kind, fields=fields, font_path=settings.FORM_FONT
        )
    faults = {key: Fault(fault) for key, fault in made["faults"]}
    return Outcome(made["pictures"], made["data"], made["overflowing"], faults)
