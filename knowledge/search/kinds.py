"""What was found, kind by kind: most readers want a service, some the department or a form."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from haystack.models import SearchResult
from haystack.query import SQ, SearchQuerySet

from .documents import KIND, PageIndex
from .facets import Chosen, Counts
from .finding import called_so
from .inputs import Token
from .registry import kinds

FIRST = 3  # hits of a kind beside the main one


@dataclass(frozen=True)
class Part:
    """The hits of one kind: how many they are, and the first of those that are called what was asked for. ``leads``:
    its best is better than the best of the main kind.
    """

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
    """``main`` are the hits of the kind that most are of (``index``), ``count`` of them; ``others`` says how many there
    are of each other kind, ``hits`` are all.
    """

    hits: SearchQuerySet
    main: SearchQuerySet
    count: int
    index: PageIndex | None
    others: Sequence[tuple[PageIndex, int]]

    @property
    def total(self) -> int:
        """How many hits there are of all kinds."""
        return self.count + sum(count for _index, count in self.others)

    def parts(self, best: float) -> list[Part]:
        """The first hits of the other kinds; ``best`` is the score of the best of the main kind."""
        called = called_so(self.hits)
        firsts = [(index, count, list(_of_kind(called, index)[:FIRST])) for index, count in self.others]
        return [Part(index, count, first, any(hit.score > best for hit in first)) for index, count, first in firsts]


def split(hits: SearchQuerySet, counts: Counts, chosen: Chosen) -> Split:
    """The hits by kind, of which ``counts`` says how many there are before a kind was ``chosen``; the first kind of two
    with as many is the one that was registered first.
    """
    numbers = counts.get(KIND.name, {})
    wanted = {*numbers}.intersection(chosen.get(KIND.name, numbers))
    found = [(kind, numbers[kind.result_type]) for kind in kinds() if kind.result_type in wanted]
    if not found:
        return Split(hits, hits, 0, None, ())
    main, count = max(found, key=lambda one: one[1])
    of_main = _of_kind(hits, main) if len(found) > 1 else hits
    return Split(hits, of_main, count, main, [one for one in found if one[0] is not main])


def _of_kind(hits: SearchQuerySet, index: PageIndex) -> SearchQuerySet:
    return hits.filter(SQ(**{KIND.field: Token(index.result_type, 0.0)}))
