"""Following a plan with haystack: every token, else some of them."""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Any

from haystack.query import SQ, SearchQuerySet

from translations.languages import column, content_languages

from .inputs import Token
from .plan import CODE_WEIGHT, FEW, Plan, Wanted


def find(plan: Plan) -> SearchQuerySet:
    """The hits of a plan, the best first. Readers of any language find by the texts of all."""
    if not plan:
        return SearchQuerySet().none()
    strict = _query(plan, and_)
    if len(plan.needed) < 2 or len(strict) >= FEW:
        return strict
    return _query(plan, or_)


def _query(plan: Plan, join: Any) -> SearchQuerySet:
    asked = [reduce(join, [_any_of(places) for places in plan.needed])] if plan.needed else []
    asked += [SQ(codes__startswith=Token(start, CODE_WEIGHT)) for start in plan.code_starts]
    hits = SearchQuerySet().filter(reduce(or_, asked))
    for wanted in plan.helpful:
        for field in _fields(wanted):
            hits.query.add_boost((field, wanted.token), wanted.weight)
    return hits


def _any_of(places: Iterable[Wanted]) -> SQ:
    return reduce(
        or_, [SQ(**{field: Token(wanted.token, wanted.weight)}) for wanted in places for field in _fields(wanted)]
    )


def _fields(wanted: Wanted) -> list[str]:
    return [column(wanted.part, language) for language in content_languages()]
