"""Following a plan with haystack: every token, else some of them."""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from haystack.query import SQ, SearchQuerySet

from translations.languages import column, content_languages

from .inputs import Token
from .plan import CODE_WEIGHT, FEW, Plan, Wanted


def find(plan: Plan) -> SearchQuerySet:
    """The hits of a plan, the best first. Readers of any language find by the texts of all."""
    if not plan:
        return SearchQuerySet().none()
    strict = _query(plan, _every(plan.needed))
    if len(plan.needed) + len(plan.characters) < 2 or len(strict) >= FEW:
        return strict
    return _query(plan, [_any_of(places) for places in plan.needed] + _every(plan.characters))


def _query(plan: Plan, ways: list[SQ]) -> SearchQuerySet:
    by_code = [SQ(codes__startswith=Token(start, CODE_WEIGHT)) for start in plan.code_starts]
    hits = SearchQuerySet().filter(reduce(or_, [*ways, *by_code]))
    for wanted in plan.helpful:
        for field in _fields(wanted):
            hits.query.add_boost((field, wanted.token), wanted.weight)
    return hits


def _every(tokens: Iterable[Iterable[Wanted]]) -> list[SQ]:
    """The one way to find all of them; none where there is nothing to find."""
    found = [_any_of(places) for places in tokens]
    return [reduce(and_, found)] if found else []


def _any_of(places: Iterable[Wanted]) -> SQ:
    return reduce(
        or_, [SQ(**{field: Token(wanted.token, wanted.weight)}) for wanted in places for field in _fields(wanted)]
    )


def _fields(wanted: Wanted) -> list[str]:
    return [column(wanted.part, language) for language in content_languages()]
