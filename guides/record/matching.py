"""Which row of the earlier state is which row of the later one. Pure.

A row is known by its key. Imports store all rows anew, with new keys: then a row is the one that says the same, or
that is called the same, or that stands in the same place among those that are left.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from .states import Row, Values

Named = Callable[[Values], Hashable]


def matched(before: Sequence[Row], after: Sequence[Row], name: Named) -> dict[int, int]:
    """Places of rows after, each with its place before; rows without a partner are new, or gone."""
    pairs: dict[int, int] = {}
    for known_by in (_key, _content, lambda row: name(row.values)):
        _pair(before, after, pairs, known_by)
    return pairs


def _key(row: Row) -> Hashable:
    return row.key


def _content(row: Row) -> Hashable:
    return tuple(sorted((name, repr(value)) for name, value in row.values.items()))


def _pair(
    before: Sequence[Row], after: Sequence[Row], pairs: dict[int, int], known_by: Callable[[Row], Hashable]
) -> None:
    taken = set(pairs.values())
    free: dict[Any, list[int]] = {}
    for place, row in enumerate(before):
        if place not in taken and known_by(row):
            free.setdefault(known_by(row), []).append(place)
    for place, row in enumerate(after):
        if place not in pairs and (partners := free.get(known_by(row))):
            pairs[place] = partners.pop(0)
