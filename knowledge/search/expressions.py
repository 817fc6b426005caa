"""Queries without any engine's syntax: a tree that each engine translates. Pure.

No text of a reader is ever parsed as syntax: quotes, brackets, wildcards and operators are characters like others.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """The documents with this token in this field."""

    field: str
    token: str
    weight: float = 1.0


@dataclass(frozen=True)
class Has:
    """The same with the weight itself as score, however common the token is and however often it stands there."""

    field: str
    token: str
    weight: float = 1.0


@dataclass(frozen=True)
class Prefix:
    """The documents with a token in this field that starts so; the weight is their score."""

    field: str
    start: str
    weight: float = 1.0


@dataclass(frozen=True)
class AllOf:
    """What every part finds; everything where there is no part."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class AnyOf:
    """What some part finds; nothing where there is no part."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Best:
    """What some part finds, with the score of its best part alone; nothing where there is no part."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Except:
    """What the part does not find."""

    part: "Expression"


@dataclass(frozen=True)
class Prefer:
    """What ``needed`` finds; those that ``helpful`` finds too come earlier."""

    needed: "Expression"
    helpful: "Expression"


Leaf = Term | Has | Prefix
Expression = Leaf | AllOf | AnyOf | Best | Except | Prefer
EVERYTHING = AllOf(())
NOTHING = AnyOf(())
