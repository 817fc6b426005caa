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
    """What ``needed`` finds; those that some of ``helpful`` find too come earlier. Each of these is looked up by
    itself: in one union with what nearly all pages have, the others would have to be read whole.
    """

    needed: "Expression"
    helpful: tuple["Expression", ...]


@dataclass(frozen=True)
class First:
    """What ``of`` finds. Those that ``part`` finds, which ``of`` finds as well, stand before all others, in the order
    of its own scores: where they fill a page, no engine has to score the others. ``count`` is how many ``of`` finds,
    where that is known.
    """

    part: "Expression"
    of: "Expression"
    count: int | None = None


Leaf = Term | Has | Prefix
Unordered = Leaf | AllOf | AnyOf | Best | Except | Prefer
Expression = Unordered | First
EVERYTHING = AllOf(())
NOTHING = AnyOf(())


def unordered(expression: Expression) -> Unordered:
    """The same without what stands first: that is the matter of whoever puts documents in order."""
    return unordered(expression.of) if isinstance(expression, First) else expression


def first_in(expression: Expression) -> Expression | None:
    """What stands before all others, where an expression says that of all that it finds."""
    match expression:
        case First(part):
            return part
        case AllOf(parts):
            firsts = [first_in(part) for part in parts]
            return (
                AllOf(tuple(first or part for first, part in zip(firsts, parts, strict=True))) if any(firsts) else None
            )
        case _:
            return None


def needed_in(expression: Expression) -> Expression:
    """The same without what only puts things in order, and without scores: it finds as many."""
    match expression:
        case Term(field, token):
            return Has(field, token, 0.0)
        case First(_, one) | Prefer(one):
            return needed_in(one)
        case AllOf(parts):
            return AllOf(tuple(map(needed_in, parts)))
        case AnyOf(parts) | Best(parts):
            return AnyOf(tuple(map(needed_in, parts)))
        case _:
            return expression


def known_count(expression: Expression) -> int | None:
    """How many documents it finds, where somebody counted them already."""
    match expression:
        case First(count=count):
            return count
        case AllOf((one,)):
            return known_count(one)
        case _:
            return None
