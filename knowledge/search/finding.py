"""A plan as an expression over the fields of the index, and what haystack finds by it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from django.conf import settings
from haystack.query import SQ, SearchQuerySet

from translations.languages import column, content_languages, default_language

from . import standing
from .expressions import AllOf, AnyOf, Best, Expression, Prefer, Prefix, Term
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
    WEIGHTS,
    Choice,
    Plan,
)
from .segmentation import is_han


def find(plan: Plan, language: str = "") -> SearchQuerySet:
    """The hits of a plan, the best first. Readers of any language find by the texts of all; of pages that answer
    equally well, those that are reviewed in theirs come first.
    """
    strict = find_all(plan, language)
    return strict if is_enough(plan, len(strict)) else find_some(plan, language)


def is_enough(plan: Plan, count: int) -> bool:
    """Are so many pages with everything that was asked for enough, or can there be no others?"""
    return count >= FEW or len(plan.clauses) + len(plan.characters) < 2


def find_all(plan: Plan, language: str = "") -> SearchQuerySet:
    """Only what has every part of the query."""
    if not plan:
        return SearchQuerySet().none()
    return _hits(Prefer(_all(plan), _helpful(plan, language)))


def find_some(plan: Plan, language: str = "") -> SearchQuerySet:
    """Also what has some part of it, or, of a name, every character."""
    return _hits(Prefer(_some(plan), _helpful(plan, language)))


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
    weaker = (replace(way, helpful=(), weight=way.weight * ANOTHER_WAY) for way in ways)
    return Prefer(Best(tuple(map(_choice, ways))), AnyOf(tuple(map(_choice, weaker))))


def _codes(plan: Plan) -> Iterator[Expression]:
    return (Prefix("codes", start, CODE_WEIGHT) for start in plan.code_starts)


def _choice(choice: Choice) -> Expression:
    needed = AllOf(tuple(_token(token, WEIGHTS, choice.weight) for token in choice.tokens))
    if not choice.helpful:
        return needed
    return Prefer(needed, AnyOf(tuple(_token(token, WEIGHTS, choice.weight * HELPFUL) for token in choice.helpful)))


def _abbreviated(plan: Plan) -> Iterator[Expression]:
    """Names of which the query is an abbreviation, and those that abbreviate it."""
    if plan.characters:
        yield AllOf(tuple(_token(one, ALL_CHARACTERS_WEIGHTS) for one in plan.characters))
    for pairs in plan.abbreviations:
        yield AllOf(tuple(_token(pair, ABBREVIATED_WEIGHTS) for pair in pairs))


def _helpful(plan: Plan, language: str) -> Expression:
    return AnyOf(
        (
            *([_token(plan.whole, {"exact": EXACT_WEIGHT})] if plan.whole else ()),
            *(_token(token, WEIGHTS, HELPFUL) for token in plan.helpful),
            *(_token(one, CHARACTER_WEIGHTS) for one in plan.characters),
            *_standings(plan, language),
        )
    )


def _standings(plan: Plan, language: str) -> Iterator[Expression]:
    """What is gently preferred. A prefix adds the same for all that have it, however many they are."""
    weights = dict(plan.standings)
    if language and language != default_language():
        weights[standing.reviewed(language)] = standing.REVIEWED_WEIGHT
    if settings.HALL_DISTRICT:
        weights[standing.located(settings.HALL_DISTRICT)] = standing.NEAR_WEIGHT
    for token, weight in weights.items():
        yield Prefix("standing", token, weight * len(plan.clauses))


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
