"""Why a page was found, and why it stands where it does: every token that found it, with what it adds. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .expressions import AllOf, AnyOf, Best, Except, Expression, First, Has, Leaf, Prefer, Prefix, Term, Unordered

Points = Callable[[Sequence[Leaf]], Sequence[float]]  # what each leaf adds to the score of one document


@dataclass(frozen=True)
class Reason:
    """A token in a part of a page. ``helpful``: it moved the page up, but the page was found without it."""

    field: str
    token: str
    points: float
    helpful: bool = False


def reasons(expression: Expression, points: Points) -> list[Reason]:
    """What makes up the score of one document, the weightiest first."""
    leaves = list(dict.fromkeys(_leaves(expression)))
    known = dict(zip(leaves, points(leaves), strict=True))
    found = [reason for reason in _found(expression, known) or () if reason.points]
    return sorted(found, key=lambda reason: -reason.points)


def _leaves(expression: Expression) -> Iterator[Leaf]:
    match expression:
        case Term() | Has() | Prefix():
            yield expression
        case AllOf(parts) | AnyOf(parts) | Best(parts):
            for part in parts:
                yield from _leaves(part)
        case Prefer(needed, helpful):
            for part in (needed, *helpful):
                yield from _leaves(part)
        case First(part, of):
            yield from _leaves(part)
            yield from _leaves(of)
        case Except():
            pass


def _found(expression: Expression, known: dict[Leaf, float]) -> list[Reason] | None:
    """The reasons by which a part of a query finds the document; ``None`` where it does not."""
    match _counted(expression, known):
        case (Term(field, token) | Has(field, token) | Prefix(field, token)) as leaf:
            return [Reason(field, token, known[leaf])] if known[leaf] else None
        case AllOf(parts):
            found = [_found(part, known) for part in parts]
            return None if None in found else _joined(found)
        case AnyOf(parts):
            found = [reasons for part in parts if (reasons := _found(part, known)) is not None]
            return _joined(found) if found else None
        case Best(parts):
            found = [reasons for part in parts if (reasons := _found(part, known)) is not None]
            return max((reasons for reasons in found if reasons is not None), key=_total, default=None)
        case Prefer(needed, helpful):
            return _preferred(_found(needed, known), _joined(_found(part, known) for part in helpful))
        case Except():
            return []


def _counted(expression: Expression, known: dict[Leaf, float]) -> Unordered:
    """Whatever gave the document its score, where some stand first by scores of their own."""
    if isinstance(expression, First):
        return _counted(expression.of if _found(expression.part, known) is None else expression.part, known)
    return expression


def _preferred(needed: list[Reason] | None, helpful: list[Reason]) -> list[Reason] | None:
    if needed is None:
        return None
    return needed + [Reason(one.field, one.token, one.points, helpful=True) for one in helpful]


def _joined(found: Iterable[list[Reason] | None]) -> list[Reason]:
    return [reason for reasons in found for reason in reasons or ()]


def _total(found: list[Reason]) -> float:
    return sum(reason.points for reason in found)
