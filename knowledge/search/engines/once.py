"""What was made of an expression: a page of results asks for the same several times, narrowed down in other ways."""

from collections.abc import Callable
from typing import Generic, TypeVar

from knowledge.search.expressions import Expression

MOST = 8  # expressions: a page of results asks for two

Made = TypeVar("Made")


class Once(Generic[Made]):
    """Of the last few expressions, the very same objects: to compare two by their parts would take as long."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Expression, Made]] = {}  # holding an expression keeps its id its own

    def __call__(self, expression: Expression, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, which is not called again for the same expression."""
        if known := self._made.get(id(expression)):
            return known[1]
        made = make()
        while len(self._made) >= MOST:
            self._made.pop(next(iter(self._made)))
        self._made[id(expression)] = expression, made
        return made
