"""What differs between two states of an item, part by part, and the way from one to the other. Pure.

A difference is complete: the earlier state and the parts give the later state (``applied``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guides.codes import PartKind
from translations.languages import column, default_language

from .matching import matched
from .states import Row, State, Values

# What a row is called; a row of another relation by the first text that it has.
NAMES = ("name", "statute", "question", "text", "hall", "counter", "value", "body")


@dataclass(frozen=True)
class Part:
    """One difference. ``FACT``: a value of the item. ``ROW``: a value of the row at a place after the change.

    ``ADDED``: the row that now stands at a place. ``REMOVED``: the row that stood at a place. ``REORDERED``: the rows
    that stayed, before as numbers in their old order, after in the new one.
    """

    kind: PartKind
    relation: str = ""
    field: str = ""
    place: int | None = None
    before: Any = None
    after: Any = None


def difference(before: State, after: State) -> list[Part]:
    """The parts in which two states differ, first the item's own values, then its rows relation by relation."""
    parts = [
        Part(PartKind.FACT, field=name, before=before.facts.get(name), after=value)
        for name, value in after.facts.items()
        if before.facts.get(name) != value
    ]
    for relation, rows in after.rows.items():
        parts += _row_parts(relation, before.rows.get(relation, ()), rows)
    return parts


def _row_parts(relation: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Part]:
    pairs = matched(before, after, name_of)
    kept = sorted(pairs.values())
    for place, row in enumerate(before):
        if place not in kept:
            yield Part(PartKind.REMOVED, relation, place=place, before=row.values)
    order = [kept.index(pairs[place]) for place in sorted(pairs)]
    if order != sorted(order):
        yield Part(PartKind.REORDERED, relation, before=sorted(order), after=order)
    for place, row in enumerate(after):
        if place not in pairs:
            yield Part(PartKind.ADDED, relation, place=place, after=row.values)
            continue
        was = before[pairs[place]].values
        for name, value in row.values.items():
            if was.get(name) != value:
                yield Part(PartKind.ROW, relation, name, place, was.get(name), value)


def name_of(values: Values) -> str:
    """The Chinese text that tells a row from the others; empty where it has none."""
    for name in NAMES:
        if text := values.get(column(name, default_language())) or values.get(name):
            return str(text)
    return ""


def names_of(values: Mapping[str, Any], languages: Iterable[str]) -> dict[str, str]:
    """What a row is called in each of these languages that has a name for it."""
    for name in NAMES:
        if values.get(name):
            return {default_language(): str(values[name])}
        if values.get(column(name, default_language())):
            found = {language: values.get(column(name, language)) for language in languages}
            return {language: str(text) for language, text in found.items() if text}
    return {}


def applied(before: State, parts: Sequence[Part]) -> State:
    """The later state."""
    facts = dict(before.facts) | {part.field: part.after for part in parts if part.kind == PartKind.FACT}
    relations = dict(before.rows) | {part.relation: () for part in parts if part.relation not in before.rows}
    relations.pop("", None)
    rows = {
        relation: _applied_rows(before.rows.get(relation, ()), [part for part in parts if part.relation == relation])
        for relation in relations
    }
    return State(facts, rows)


def _applied_rows(before: Sequence[Row], parts: Sequence[Part]) -> tuple[Row, ...]:
    gone = {part.place for part in parts if part.kind == PartKind.REMOVED}
    rows = [Row(dict(row.values), row.key) for place, row in enumerate(before) if place not in gone]
    for part in parts:
        if part.kind == PartKind.REORDERED:
            rows = [rows[number] for number in part.after]
    for part in parts:  # in the order of their places, so each finds the ones above it already there
        if part.kind == PartKind.ADDED:
            rows.insert(part.place or 0, Row(dict(part.after)))
    for part in parts:
        if part.kind == PartKind.ROW:
            rows[part.place or 0].values[part.field] = part.after
    return tuple(rows)
