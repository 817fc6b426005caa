"""A plan as an expression over the fields of the index, and what haystack finds by it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, reduce

from django.conf import settings
from haystack.query import SQ, SearchQuerySet

from translations.languages import column, content_languages, default_language

from . import standing
from .expressions import AllOf, AnyOf, Best, Expression, Has, Prefer, Prefix, Term
from .inputs import Meant
from .plan import (
    ABBREVIATED_WEIGHTS,
    ALL_CHARACTERS_WEIGHTS,
    ANOTHER_WAY,
    CHARACTER_WEIGHTS,
    CODE_WEIGHT,
    EXACT_WEIGHT,
    FEW,
    HELPFUL,
    NAME_WEIGHTS,
    WEIGHTS,
    Choice,
    Plan,
)
from .segmentation import is_han


def find(plan: Plan, language: str = "", count: int | None = None) -> SearchQuerySet:
    """The hits of a plan, the best first. Readers of any language find by the texts of all; of pages that answer
    equally well, those that are reviewed in theirs come first. ``count`` is ``count_all``, where that is known.
    """
    found = find_all if _is_enough(plan, count_all(plan) if count is None else count) else find_some
    return found(plan, language)


def count_all(plan: Plan) -> int:
    """How many pages have every part of the query. Nothing is put in order for that."""
    return _hits(_all(plan)).count() if plan else 0


def _is_enough(plan: Plan, count: int) -> bool:
    """Are so many pages with everything that was asked for enough, or can there be no others?"""
    return count >= FEW or len(plan.clauses) + len(plan.characters) < 2


def find_all(plan: Plan, language: str = "") -> SearchQuerySet:
    """Only what has every part of the query."""
    if not plan:
        return SearchQuerySet().none()
    return _hits(_preferring(_all(plan), plan, language))


def find_some(plan: Plan, language: str = "") -> SearchQuerySet:
    """Also what has some part of it, or, of a name, every character."""
    return _hits(_preferring(_some(plan), plan, language))


def _hits(expression: Expression) -> SearchQuerySet:
    return SearchQuerySet().filter(SQ(content=Meant(expression)))


def _all(plan: Plan) -> Expression:
    clauses = _clauses(plan)
    return AnyOf((*([AllOf(clauses)] if clauses else ()), *_codes(plan)))


def _some(plan: Plan) -> Expression:
    return AnyOf((*_clauses(plan), *_abbreviated(plan), *_codes(plan)))


def _clauses(plan: Plan) -> tuple[Expression, ...]:
    return tuple(_clause(clause) for clause in plan.clauses)


def _clause(ways: tuple[Choice, ...]) -> Expression:
    """The best way counts; a page that has it in several ways is a little surer."""
    if len(ways) == 1:
        return _choice(ways[0])
    weaker = (_tokens(way.tokens, NAME_WEIGHTS, way.weight * ANOTHER_WAY) for way in ways)
    return Prefer(Best(tuple(map(_choice, ways))), AnyOf(tuple(AllOf(tuple(tokens)) for tokens in weaker)))


def _codes(plan: Plan) -> Iterator[Expression]:
    return (Prefix("codes", start, CODE_WEIGHT) for start in plan.code_starts)


def _choice(choice: Choice) -> Expression:
    needed = AllOf(tuple(_tokens(choice.tokens, WEIGHTS, choice.weight)))
    if not choice.helpful:
        return needed
    return Prefer(needed, AnyOf(tuple(_tokens(choice.helpful, NAME_WEIGHTS, choice.weight * HELPFUL))))


def _abbreviated(plan: Plan) -> Iterator[Expression]:
    """Names of which the query is an abbreviation, and those that abbreviate it."""
    if plan.characters:
        yield AllOf(tuple(_tokens(plan.characters, ALL_CHARACTERS_WEIGHTS)))
    for pairs in plan.abbreviations:
        yield AllOf(tuple(_tokens(pairs, ABBREVIATED_WEIGHTS)))


def _preferring(needed: Expression, plan: Plan, language: str) -> Expression:
    """What has more of the query, and what is gently preferred, each by itself: a union with what nearly all pages
    have would be as long as the index.
    """
    helpful = AnyOf(
        (
            *(_tokens([plan.whole] if plan.whole else [], {"exact": EXACT_WEIGHT})),
            *(_tokens(plan.helpful, NAME_WEIGHTS, HELPFUL)),
            *(_tokens(plan.characters, CHARACTER_WEIGHTS)),
        )
    )
    return reduce(Prefer, [helpful, *_standings(plan, language)], needed)


def _standings(plan: Plan, language: str) -> Iterator[Expression]:
    """What is gently preferred: it adds the same for all that have it."""
    weights = dict(plan.standings)
    if language and language != default_language():
        weights[standing.reviewed(language)] = standing.REVIEWED_WEIGHT
    for token, weight in weights.items():
        yield Has("standing", token, weight * len(plan.clauses))
    if settings.HALL_DISTRICT:
        near = standing.located(settings.HALL_DISTRICT)
        yield Prefix("standing", near, standing.NEAR_WEIGHT * len(plan.clauses))


def _tokens(tokens: Iterable[str], weights: Mapping[str, float], factor: float = 1.0) -> Iterator[Expression]:
    return (_token(token, weights, factor) for token in tokens)


def _token(token: str, weights: Mapping[str, float], factor: float = 1.0) -> Expression:
    """A token in the part of a page where it weighs most, in any language."""
    chinese = is_han(token.lstrip("="))
    places = tuple(
        Term(field, token, weight * factor) for part, weight in weights.items() for field in _fields(part, chinese)
    )
    return places[0] if len(places) == 1 else Best(places)


@cache
def _fields(part: str, chinese: bool) -> tuple[str, ...]:
    """Where a token is looked for: Chinese ones in Chinese texts, others in those of every language."""
    languages = [default_language()] if chinese else content_languages()
    return tuple(column(part, language) for language in languages)
