"""A plan as an expression over the fields of the index, and what haystack finds by it."""

from collections.abc import Iterable, Mapping

from haystack.query import SQ, SearchQuerySet

from translations.languages import column, content_languages

from .expressions import AllOf, AnyOf, Best, Expression, Prefer, Prefix, Term
from .inputs import Meant
from .plan import CHARACTER_WEIGHTS, CODE_WEIGHT, EXACT_WEIGHT, FEW, WEIGHTS, Choice, Plan


def find(plan: Plan) -> SearchQuerySet:
    """The hits of a plan, the best first. Readers of any language find by the texts of all."""
    if not plan:
        return SearchQuerySet().none()
    strict = find_all(plan)
    if len(plan.clauses) + len(plan.characters) < 2 or len(strict) >= FEW:
        return strict
    return find_some(plan)


def find_all(plan: Plan) -> SearchQuerySet:
    """Only what has every part of the query."""
    return _query(plan, [AllOf(clauses)] if (clauses := _clauses(plan)) else [])


def find_some(plan: Plan) -> SearchQuerySet:
    """Also what has some part of it, or, of a name, every character."""
    return _query(plan, [*_clauses(plan), *_abbreviated(plan)])


def _query(plan: Plan, ways: Iterable[Expression]) -> SearchQuerySet:
    codes = [Prefix("codes", start, CODE_WEIGHT) for start in plan.code_starts]
    return SearchQuerySet().filter(SQ(content=Meant(Prefer(AnyOf((*ways, *codes)), AnyOf(tuple(_helpful(plan)))))))


def _clauses(plan: Plan) -> tuple[Expression, ...]:
    return tuple(Best(tuple(_choice(choice) for choice in clause)) for clause in plan.clauses)


def _choice(choice: Choice) -> Expression:
    return AllOf(tuple(_token(token, WEIGHTS, choice.weight) for token in choice.tokens))


def _abbreviated(plan: Plan) -> list[Expression]:
    """Names that have every character."""
    if not plan.characters:
        return []
    return [AllOf(tuple(_token(one, CHARACTER_WEIGHTS) for one in plan.characters))]


def _helpful(plan: Plan) -> Iterable[Expression]:
    if plan.whole:
        yield _token(plan.whole, {"exact": EXACT_WEIGHT})
    for choice in plan.helpful:
        yield _choice(choice)
    for one in plan.characters:
        yield _token(one, CHARACTER_WEIGHTS)


def _token(token: str, weights: Mapping[str, float], factor: float = 1.0) -> Expression:
    """A token in these parts of a page, in any language."""
    return AnyOf(
        tuple(
            Term(column(part, language), token, weight * factor)
            for part, weight in weights.items()
            for language in content_languages()
        )
    )
