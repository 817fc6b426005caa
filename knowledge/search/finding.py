"""A plan as an expression over the fields of the index, and what haystack finds by it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from django.conf import settings
from haystack import connections
from haystack.constants import DEFAULT_ALIAS, ID
from haystack.query import SQ, SearchQuerySet

from translations.languages import column, content_languages, default_language

from . import standing
from .characters import is_han
from .expressions import AllOf, AnyOf, Best, Expression, First, Has, Prefer, Prefix, Term, first_in
from .inputs import Meant
from .plan import (
    ABBREVIATED_WEIGHT,
    ALL_CHARACTERS_WEIGHT,
    ANOTHER_WAY,
    CHARACTER_WEIGHT,
    CODE_WEIGHT,
    EXACT_WEIGHT,
    FEW,
    HELPFUL,
    NAME_WEIGHT,
    TEXT_WEIGHT,
    Choice,
    Plan,
)

FEW_MENTIONS = 3  # pages
NAMES = ("name", "called")  # "called" is both: a page with many everyday names must not lose by its name
Where = Callable[[Sequence[str], float], Expression]  # tokens and their weight -> the pages that have all of them
Matched = Callable[[Plan, Where], Expression]


def find(plan: Plan, language: str = "", count: int | None = None) -> SearchQuerySet:
    """The hits of a plan, the best first. Readers of any language find by the texts of all; of pages that answer
    equally well, those that are reviewed in theirs come first. ``count`` is ``count_all``, where that is known.
    """
    if count is None:
        count = count_all(plan)
    return find_all(plan, language, count) if _is_enough(plan, count) else find_some(plan, language)


def count_all(plan: Plan) -> int:
    """How many pages have every part of the query. Nothing is put in order for that."""
    return _count(plan, _anywhere)


def is_only_mentioned(plan: Plan, count: int) -> bool:
    """Do no more than a few pages have every part of the query, and is none of them called so?"""
    return 0 < count <= FEW_MENTIONS and not _count(plan, _called)


def _count(plan: Plan, where: Where) -> int:
    count: int = connections[DEFAULT_ALIAS].get_backend().count(_all(plan, where)) if plan else 0
    return count


def _is_enough(plan: Plan, count: int) -> bool:
    """Are so many pages with everything that was asked for enough, or can there be no others?"""
    several = len(plan.clauses) + len(plan.characters) > 1 or plan.near
    return count >= FEW or not several


def find_all(plan: Plan, language: str = "", count: int | None = None) -> SearchQuerySet:
    """Only what has every part of the query; what is called so comes first."""
    if not plan:
        return SearchQuerySet().none()
    return _ranked(plan, language, _all, count)


def find_some(plan: Plan, language: str = "") -> SearchQuerySet:
    """Also what has some part of it, or, of a name, every character; what is called so comes first."""
    return _ranked(plan, language, _some)


def called_so(hits: SearchQuerySet) -> SearchQuerySet:
    """Of the hits of a plan, however narrowed down, those that are called what was asked for."""
    first = first_in(hits.query.build_query())
    return _hits(first) if first else hits


def _ranked(plan: Plan, language: str, matched: Matched, count: int | None = None) -> SearchQuerySet:
    helpful, standings = tuple(_helpful(plan)), tuple(_standings(plan, language))
    named, all_of_them = (
        Prefer(_preferring(matched(plan, where), helpful), standings) for where in (_called, _anywhere)
    )
    return _hits(First(named, all_of_them, count))


def _hits(expression: Expression) -> SearchQuerySet:
    return SearchQuerySet().filter(SQ(content=Meant(expression)))


# --- where the parts of a query are looked for ------------------------------------------------------------------------


def _anywhere(tokens: Sequence[str], weight: float) -> Expression:
    """The pages that have all of these tokens; names weigh most."""
    needed = AllOf(tuple(Term("text", token, TEXT_WEIGHT * weight) for token in tokens))
    return _preferring(needed, _each(tokens, NAME_WEIGHT * weight))


def _called(tokens: Sequence[str], weight: float) -> Expression:
    """The pages that are called by all of these tokens."""
    return AllOf(tuple(_each(tokens, NAME_WEIGHT * weight)))


def _each(tokens: Iterable[str], weight: float, parts: Sequence[str] = NAMES) -> Iterator[Expression]:
    """Each of these tokens in the part of what a page is called where it weighs most, in any language."""
    for token in tokens:
        chinese = is_han(token.lstrip("="))
        places = tuple(Term(field, token, weight) for part in parts for field in _fields(part, chinese))
        yield places[0] if len(places) == 1 else Best(places)


@cache
def _fields(part: str, chinese: bool) -> tuple[str, ...]:
    """Where a token is looked for: Chinese ones in Chinese names, others in those of every language."""
    languages = [default_language()] if chinese else content_languages()
    return tuple(column(part, language) for language in languages)


# --- what is looked for -----------------------------------------------------------------------------------------------


def _all(plan: Plan, where: Where) -> Expression:
    clauses = tuple(_clause(ways, where) for ways in plan.clauses)
    return AnyOf((*([AllOf(clauses)] if clauses else ()), *_codes(plan)))


def _some(plan: Plan, where: Where) -> Expression:
    return AnyOf((*(_clause(ways, where) for ways in plan.clauses), *_abbreviated(plan), *_codes(plan), *_near(plan)))


def _clause(ways: tuple[Choice, ...], where: Where) -> Expression:
    """The best way counts; a page that has it in several ways is a little surer."""
    if len(ways) == 1:
        return _choice(ways[0], where)
    best = Best(tuple(_choice(way, where) for way in ways))
    return _preferring(best, (_called(way.tokens, way.weight * ANOTHER_WAY) for way in ways))


def _choice(choice: Choice, where: Where) -> Expression:
    found = where(choice.tokens, choice.weight)
    return _preferring(found, _each(choice.helpful, NAME_WEIGHT * choice.weight * HELPFUL))


def _codes(plan: Plan) -> Iterator[Expression]:
    return (Prefix("codes", start, CODE_WEIGHT) for start in plan.code_starts)


def _abbreviated(plan: Plan) -> Iterator[Expression]:
    """Names of which the query is an abbreviation, and those that abbreviate it."""
    if plan.characters:
        yield AllOf(tuple(_each(plan.characters, ALL_CHARACTERS_WEIGHT)))
    for pairs in plan.abbreviations:
        yield AllOf(tuple(_each(pairs, ABBREVIATED_WEIGHT)))


def _near(plan: Plan) -> Iterator[Expression]:
    """Pages that are called something alike, whatever their words."""
    return (Has(ID, near.document, plan.near_weight * near.likeness) for near in plan.near)


# --- what comes earlier -----------------------------------------------------------------------------------------------


def _preferring(found: Expression, helpful: Iterable[Expression]) -> Expression:
    """What is found; first what has some of these as well. Tokens of names stand in few pages: a union of them is
    read faster than each by itself.
    """
    some = tuple(helpful)
    return Prefer(found, (AnyOf(some),)) if some else found


def _helpful(plan: Plan) -> Iterator[Expression]:
    """What has more of the query in its name."""
    yield from _each([plan.whole] if plan.whole else [], EXACT_WEIGHT, ["exact"])
    yield from _each(plan.helpful, NAME_WEIGHT * HELPFUL)
    yield from _each(plan.characters, CHARACTER_WEIGHT, ["called"])


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
