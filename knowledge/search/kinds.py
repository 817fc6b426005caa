"""What was found, kind by kind: most readers want a service, some the department or a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from haystack.models import SearchResult
from haystack.query import SQ, SearchQuerySet

from .documents import KIND, PageIndex
from .facets import Chosen, Counts
from .inputs import Token
from .registry import kinds

FIRST = 3  # hits of a kind beside the main one


@dataclass(frozen=True)
class Part:
    """The hits of one kind, the best first. ``leads``: its best is better than the best of the main kind."""

    index: PageIndex
    count: int
    first: Sequence[SearchResult]
    leads: bool

    def address(self, query: QueryDict) -> str:
        """The query string that shows all of this kind."""
        asked = QueryDict(mutable=True)
        asked["q"] = query.get("q", "")
        asked[KIND.name] = self.index.result_type
        return asked.urlencode()


@dataclass(frozen=True)
class Split:
    """``main`` are the hits of the kind that most are of (``index``), ``others`` the other kinds."""

    main: SearchQuerySet
    total: int
    index: PageIndex | None
    others: Sequence[Part]


def split(hits: SearchQuerySet, counts: Counts, chosen: Chosen) -> Split:
    """The hits by kind, of which ``counts`` says how many there are before a kind was ``chosen``; the first kind of two
    with as many is the one that was registered first.
    """
    numbers = counts.get(KIND.name, {})
    wanted = {*numbers}.intersection(chosen.get(KIND.name, numbers))
    found = [(kind, numbers[kind.result_type]) for kind in kinds() if kind.result_type in wanted]
    if not found:
        return Split(hits, 0, None, ())
    main, _count = max(found, key=lambda one: one[1])
    of_main = _of_kind(hits, main) if len(found) > 1 else hits
    others = [(index, count) for index, count in found if index is not main]
    total = sum(count for _index, count in found)
    return Split(of_main, total, main, list(_parts(hits, of_main, others)) if others else ())


def _parts(hits: SearchQuerySet, main: SearchQuerySet, others: Sequence[tuple[PageIndex, int]]) -> Iterator[Part]:
    best = max((hit.score for hit in main[:1]), default=0.0)
    for index, count in others:
        first = list(_of_kind(hits, index)[:FIRST])
        yield Part(index, count, first, leads=any(hit.score > best for hit in first))


def _of_kind(hits: SearchQuerySet, index: PageIndex) -> SearchQuerySet:
    return hits.filter(SQ(**{KIND.field: Token(index.result_type, 0.0)}))
