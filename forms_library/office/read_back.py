"""Reading a filled DOCX or XLSX back: does every value come out in its text? To be run in a child process."""

from collections.abc import Callable, Mapping, Sequence

from forms_library.detection.fields import Field, FieldKind
from forms_library.detection.vocabulary import TICKED_BOX
from forms_library.validation.dates import parsed, spelled
from forms_library.validation.written import written

Fill = Callable[[list[Field], Mapping[str, str]], str]  # to the text of the form, filled in with these values
TICK = "√"


def not_there(fields: Sequence[Field], values: Mapping[str, str], fill: Fill) -> list[str]:
    """The ids of fields whose values do not come out. Each is tried alone, so that none hides behind an equal one."""
    before = fill([], {})
    return [
        field.id
        for field in fields
        if (value := values.get(field.id)) and not _stands(field, value, before, fill([field], {field.id: value}))
    ]


def _stands(field: Field, value: str, before: str, after: str) -> bool:
    """In one cell or line, or in cells that follow each other, as digits do."""
    return any(
        read(after).count(way) > read(before).count(way) for way in _ways(field, value) for read in (_lines, _plain)
    )


def _ways(field: Field, value: str) -> tuple[str, ...]:
    """How a value may come out."""
    if field.kind is FieldKind.OPTION:
        return (TICKED_BOX, TICK)
    if field.kind is FieldKind.DATE and (iso := parsed(value)):
        in_gaps = "".join(f"{part}{mark}" for part, mark in zip(iso.split("-"), "年月日", strict=False))
        return (in_gaps, spelled(iso), iso)
    return (_plain(written(field, value)),)


def _lines(text: str) -> str:
    """Cells and lines apart, without any blanks: beside "1" and "2", "12" is a word of its own."""
    return "\n".join(_plain(line) for line in text.replace("\t", "\n").split("\n"))


def _plain(text: str) -> str:
    return "".join(text.split())
