"""Reading files with one JSON object a line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from translations.usable_text import FileError

LONGEST_LINE = 1_000_000  # bytes; real items have 2,000


@dataclass(frozen=True)
class Line:
    """One line: its object, or why there is none."""

    number: int
    data: dict[str, Any] | None
    problem: str = ""


def json_lines(path: Path) -> Iterator[Line]:
    """The lines that are not blank. Raises ``FileError`` when the file is not UTF-8."""
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(raw) > LONGEST_LINE:
                raise FileError(_("Line %(number)d is too long for a list of items.") % {"number": number})
            if text := _decoded(raw, number).strip():
                yield _line(text, number)


def _decoded(raw: bytes, number: int) -> str:
    try:
        return raw.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise FileError(
            _("Line %(number)d is not in UTF-8. Save the file in UTF-8 and try again.") % {"number": number}
        ) from error


def _line(text: str, number: int) -> Line:
    try:
        data = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        return Line(number, None, _("This is not a whole JSON object: %(error)s") % {"error": error})
    if not isinstance(data, dict):
        return Line(number, None, _("This is not a JSON object."))
    return Line(number, data)


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
