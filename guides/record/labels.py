"""Parts of a difference as they are stored: references with their names, rows with what they are called. Pure."""

from collections.abc import Collection, Iterable
from typing import Any

from guides.codes import PartKind
from guides.exchange.schema import Kind, guide_columns, row_columns
from guides.models import ChangedPart

from .difference import Part, names_of
from .packing import TOPIC, References
from .states import TOPICS, State

EMPTY: tuple[Any, ...] = (None, "", [])


def merged(*known: References) -> References:
    """Of two descriptions of the same thing the later one counts."""
    found: References = {}
    for references in known:
        for target, objects in references.items():
            found[target] = {**found.get(target, {}), **objects}
    return found


class Labels:
    """Gives parts their names, in the languages in which readers see the item."""

    def __init__(self, before: State, after: State, references: References, languages: Collection[str]) -> None:
        self.before, self.after = before, after
        self.references, self.languages = references, languages

    def rows(self, parts: Iterable[Part]) -> list[ChangedPart]:
        """Not stored yet, and without their change."""
        return [self._row(part) for part in parts]

    def _row(self, part: Part) -> ChangedPart:
        return ChangedPart(
            kind=part.kind,
            relation=part.relation,
            field=part.field,
            place=part.place,
            row=self._names(part),
            before=self._value(part, part.before),
            after=self._value(part, part.after),
        )

    def _names(self, part: Part) -> dict[str, str]:
        if part.place is None:
            return {}
        rows = (self.before if part.kind == PartKind.REMOVED else self.after).rows[part.relation]
        return names_of(rows[part.place].values, self.languages)

    def _value(self, part: Part, value: Any) -> Any:
        if isinstance(value, dict) and not part.field:
            return {name: self._named(part.relation, name, one) for name, one in value.items() if one not in EMPTY}
        return self._named(part.relation, part.field, value) if part.field else value

    def _named(self, relation: str, field: str, value: Any) -> Any:
        if field == TOPICS:
            return [self._reference(TOPIC, key) for key in value or []]
        column = (row_columns(relation) if relation else guide_columns()).get(field)
        if column and column.kind == Kind.REFERENCE and isinstance(value, int):
            return self._reference(column.target, value)
        return value

    def _reference(self, target: str, key: int) -> dict[str, Any]:
        return {"key": key, "names": self.references.get(target, {}).get(str(key), {}).get("names", {})}
