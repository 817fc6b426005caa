"""What a reader's words ask for: a plan that any engine can follow. Pure.

A whole code comes first. Then pages that have every token, ordered by where they have it: everyday names and names
weigh most. Where hardly any page has all, pages that have some, and those whose name has every character: an
abbreviation has no other token in common with the long name.
"""

from dataclasses import dataclass

from .codes import asked_code, backwards
from .segmentation import query_tokens

LONGEST = 200  # characters of a query that are read
MOST_TOKENS = 24
FEW = 3  # fewer hits than this with every token, and pages with some of them are shown too

WEIGHTS = {"everyday": 5.0, "name": 5.0, "department": 0.5, "text": 0.5}
CODE_WEIGHT = 1000.0  # before anything that texts can reach
HELPFUL = 0.5  # of a token that is not needed
CHARACTER_WEIGHTS = {"everyday": 1.0, "name": 1.0}  # of one character of a longer word


@dataclass(frozen=True)
class Wanted:
    """A token, the part of a page it is looked for in, and what finding it there weighs."""

    part: str
    token: str
    weight: float


@dataclass(frozen=True)
class Plan:
    """``needed`` and ``characters`` hold, for each token, the places it may be in.

    ``code`` is the part of a code that the query is; ``tokens`` are for highlighting.
    """

    needed: tuple[tuple[Wanted, ...], ...] = ()
    characters: tuple[tuple[Wanted, ...], ...] = ()
    helpful: tuple[Wanted, ...] = ()
    code: str = ""
    tokens: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.needed or self.code)

    @property
    def code_starts(self) -> tuple[str, ...]:
        """What a token of the field of codes starts with."""
        return (self.code, backwards(self.code)) if self.code else ()


def plan(text: str) -> Plan:
    """The plan for a reader's words; an empty one where they ask for nothing."""
    text = text[:LONGEST]
    asked = query_tokens(text)
    needed, optional = asked.required[:MOST_TOKENS], asked.optional[:MOST_TOKENS]
    characters = asked.characters[:MOST_TOKENS] if len(asked.characters) > 1 else ()
    helpful = [wanted for token in optional for wanted in _places(token, WEIGHTS, HELPFUL)]
    helpful += [wanted for one in characters for wanted in _places(one, CHARACTER_WEIGHTS)]
    return Plan(
        needed=tuple(_places(token, WEIGHTS) for token in needed),
        characters=tuple(_places(one, CHARACTER_WEIGHTS) for one in characters),
        helpful=tuple(helpful),
        code=asked_code(text),
        tokens=(*needed, *optional),
    )


def _places(token: str, weights: dict[str, float], factor: float = 1.0) -> tuple[Wanted, ...]:
    return tuple(Wanted(part, token, weight * factor) for part, weight in weights.items())
