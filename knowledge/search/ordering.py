"""In which order a reader sees what was found: the best first, or by a number that pages have.

An order's field in the index is called ``order_…``. ``&sort=time`` in the address chooses one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from haystack.query import SearchQuerySet

from .addresses import with_values
from .registry import kinds

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

PREFIX = "order_"
PARAMETER = "sort"


@dataclass(frozen=True)
class Ordering:
    """``name`` stands in addresses; the best match has none, and no field."""

    name: str
    title: "StrPromise"
    descending: bool = False

    def applied(self, hits: SearchQuerySet) -> SearchQuerySet:
        """The hits in this order; pages without the number come last."""
        return hits.order_by(f"{'-' if self.descending else ''}{PREFIX}{self.name}") if self.name else hits


BEST_MATCH = Ordering("", _("Best match"))


def offered() -> Mapping[str, Ordering]:
    """The orders of all kinds of pages, by name, the best match first."""
    return {order.name: order for order in (BEST_MATCH, *(order for kind in kinds() for order in kind.orders))}


def chosen_in(query: QueryDict) -> Ordering:
    """What an address asks for; the best match where it asks for nothing that we know."""
    return offered().get(query.get(PARAMETER, ""), BEST_MATCH)


@dataclass(frozen=True)
class Choice:
    """One order to choose: ``query`` is the query string that does it."""

    title: "StrPromise"
    chosen: bool
    query: str


def choices(query: QueryDict) -> list[Choice]:
    """Every order as a link, from the first page."""
    chosen = chosen_in(query)
    return [
        Choice(order.title, order == chosen, with_values(query, PARAMETER, filter(None, [order.name])))
        for order in offered().values()
    ]
