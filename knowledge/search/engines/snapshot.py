"""What every engine's open index can answer, in the words of no engine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from knowledge.search.expressions import Expression, Leaf, first_in

Stored = dict[str, Any]  # what an index keeps of a document for showing


@dataclass(frozen=True)
class Order:
    """By a field of numbers instead of by score; documents without a number come last."""

    field: str
    descending: bool = False


@dataclass(frozen=True)
class Wanted:
    """Documents on the places ``start`` to ``end`` of what an expression finds; ``counted`` fields hold values.

    By score, those stand before all others that an expression puts ``first``.
    """

    expression: Expression
    start: int = 0
    end: int | None = None
    order: Order | None = None
    counted: tuple[str, ...] = ()

    @cached_property
    def first(self) -> Expression | None:
        """What stands first, where the order is by score and something does."""
        return None if self.order else first_in(self.expression)


@dataclass(frozen=True)
class Answer:
    """``total`` documents were found, ``hits`` are those wanted with their scores; ``counts`` say of each counted field
    how many of all have each value.
    """

    total: int
    hits: Sequence[tuple[Stored, float]]
    counts: dict[str, list[tuple[str, int]]]


class Snapshot(Protocol):
    """One state of an index, held open for reading. What happens to the index meanwhile does not touch it."""

    directory: Path

    def is_current(self) -> bool:
        """Is this still what the index holds?"""

    def close(self) -> None:
        """Give back the open files."""

    def answer(self, wanted: Wanted) -> Answer:
        """What is wanted of this index."""

    def points(self, identifier: str, leaves: Iterable[Leaf]) -> list[float]:
        """What each leaf adds to the score of a document; 0 where it does not find it."""
