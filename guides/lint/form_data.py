"""An item's facts as they stand in its editing form, while somebody types. Pure.

Nothing is validated: what is half written must not stand in the way of what else can be said. A value that is none of
its kind (“twelve” days) counts as empty; the form itself refuses it when it is saved.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict

from guides.exchange.schema import Column, Kind, guide_columns, relations, row_columns

MOST_ROWS = 1000
OFF = {"", "false", "False", "off"}
SAID_BY = (Kind.TEXT, Kind.RICH_TEXT, Kind.REFERENCE, Kind.INTEGER, Kind.DATE)  # a row without any of these is a blank


@dataclass
class Typed:
    """``facts`` (``guides.lint.rule``), and for each kind of rows the numbers that its rows have in the form."""

    facts: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)

    def name(self, place: str) -> str:
        """What the form calls a place: ``materials.0.kind`` -> ``materials-3-kind``; of rows ``-FORMS``."""
        relation, _, rest = place.partition(".")
        if relation not in self.numbers:
            return place
        if not rest:
            return f"{relation}-FORMS"
        number, _, column = rest.partition(".")
        return f"{relation}-{self.numbers[relation][int(number)]}-{column}"


def read(data: QueryDict, topics: Mapping[int, str]) -> Typed:
    """What a browser sends of the form, as for a preview. ``topics`` are keys of topics by primary key."""
    typed = Typed(_values(data, guide_columns(), ""))
    for relation in relations():
        kept = [(number, row) for number, row in _rows(data, relation) if row]
        kept.sort(key=lambda pair: _integer(data.get(f"{relation}-{pair[0]}-ORDER", "")) or 0)
        typed.numbers[relation] = [number for number, _row in kept]
        typed.facts[relation] = [row for _number, row in kept]
    chosen = {_integer(value) for value in data.getlist("topics")}
    typed.facts["topics"] = [name for key, name in topics.items() if key in chosen]
    return typed


def _rows(data: QueryDict, relation: str) -> list[tuple[int, dict[str, Any] | None]]:
    total = min(_integer(data.get(f"{relation}-TOTAL_FORMS", "")) or 0, MOST_ROWS)
    return [(number, _row(data, relation, f"{relation}-{number}-")) for number in range(total)]


def _row(data: QueryDict, relation: str, prefix: str) -> dict[str, Any] | None:
    """Nothing for a row that is deleted, or was added and left empty."""
    if data.get(f"{prefix}DELETE", "") not in OFF:
        return None
    columns = row_columns(relation)
    row = _values(data, columns, prefix)
    says = any(row[name] not in (None, "") for name, column in columns.items() if column.kind in SAID_BY)
    return row if says or data.get(f"{prefix}id") else None


def _values(data: QueryDict, columns: Mapping[str, Column], prefix: str) -> dict[str, Any]:
    return {name: _value(data, column.kind, prefix + name) for name, column in columns.items()}


def _value(data: QueryDict, kind: Kind, name: str) -> Any:
    if kind == Kind.CODES:
        return data.getlist(name)
    text = data.get(name, "").strip()
    match kind:
        case Kind.FLAG:
            return text not in OFF
        case Kind.INTEGER | Kind.REFERENCE:
            return _integer(text)
        case Kind.DATE:
            return _date(text)
        case Kind.RICH_TEXT:
            return _plain(text)
        case _:
            return text


def _integer(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _date(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def _plain(text: str) -> str:
    """The words of what Wagtail's editor of rich text keeps; what is of another form stays as it is."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        return "\n".join(block["text"] for block in json.loads(text)["blocks"])
    return text
