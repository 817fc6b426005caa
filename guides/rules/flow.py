"""The shape of an item's flow and of its conditions: what stands beside what."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Row = TypeVar("Row")


def stages(steps: Iterable[Row], runs_beside: Callable[[Row], bool]) -> list[list[Row]]:
    """Steps in order, those that run at the same time together.

    ``[a, b, c(beside b), d]`` -> ``[[a], [b, c], [d]]``. A first step that claims to run beside another stands alone.
    """
    found: list[list[Row]] = []
    for step in steps:
        if found and runs_beside(step):
            found[-1].append(step)
        else:
            found.append([step])
    return found


def grouped(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[list[Row]]:
    """Rows with the same key together, in the order in which the keys first appear."""
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())
