"""Narrowing what was found: facets with counts, several values of one facet at a time, all of it in the address.

A facet's field in the index is called ``facet_…`` and holds the values of a page as tokens. Within a facet any chosen
value will do, between facets all must. The counts of a facet are those that choosing another of its values would give.
"""

import heapq
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db.models import TextChoices
from django.http import QueryDict
from haystack.query import SQ, SearchQuerySet

from translations.languages import reading_language
from translations.local_text import LocalText

from .addresses import with_values
from .inputs import Token
from .registry import kinds

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

PREFIX = "facet_"
FEW_OPTIONS = 4
MOST_OPTIONS = 12  # of a facet that shows the most frequent first, unless somebody asks for all
WHOLE = "all"  # in addresses: the facet of which somebody asked for all
FRESH = 30  # seconds that a browser, or the hall itself, may show the same
MOST_CHOSEN = 20  # values of one facet that an address may name
VALUE = re.compile(r"[a-z0-9_/.-]{1,60}")  # what a token of a facet looks like; nothing else reaches the database

Label = str | LocalText
Counts = Mapping[str, Mapping[str, int]]  # facet -> value -> hits
Chosen = Mapping[str, tuple[str, ...]]  # facet -> values: {"visits": ("0",)}


@dataclass(frozen=True)
class Facet:
    """``name`` stands in addresses. ``labels`` names those of the given values that there are, in order of showing;
    ``by_count`` shows the most frequent first instead.
    """

    name: str
    title: "StrPromise"
    labels: Callable[[Iterable[str]], Mapping[str, Label]]
    by_count: bool = False

    @property
    def field(self) -> str:
        """The field of the index."""
        return PREFIX + self.name


def only(values: Iterable[str], labels: Mapping[str, Label]) -> dict[str, Label]:
    """The labels of these values, in the order of the labels."""
    wanted = set(values)
    return {value: label for value, label in labels.items() if value in wanted}


def of_codes(codes: type[TextChoices]) -> Callable[[Iterable[str]], Mapping[str, Label]]:
    """Labels from a code list, in its order."""

    def labels(values: Iterable[str]) -> dict[str, Label]:
        return only(values, {str(code): str(label) for code, label in codes.choices})

    return labels


def remembered(name: str, read: Callable[[Collection[str]], Mapping[str, Label]]) -> Callable[..., Mapping[str, Label]]:
    """Labels from the database in the order of the values, each read again after half a minute, as browsers do."""

    def labels(values: Iterable[str]) -> dict[str, Label]:
        wanted = list(values)
        start = f"facet:{name}:{reading_language()}:"
        known = cache.get_many([start + value for value in wanted])
        if unknown := [value for value in wanted if start + value not in known]:
            new = {start + value: label for value, label in read(unknown).items()}
            cache.set_many(new, FRESH)
            known |= new
        return {value: known[start + value] for value in wanted if start + value in known}

    return labels


@dataclass(frozen=True)
class Option:
    """One value to choose, or to choose no more: ``query`` is the query string that does it."""

    label: Label
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Group:
    """A facet with its options."""

    name: str
    title: "StrPromise"
    options: list[Option]
    more: int = 0  # options that are not shown, because they are many and seldom
    query: str = ""  # the query string that shows them

    @property
    def is_open(self) -> bool:
        """Do the options stand open: they are few, or the reader has chosen one?"""
        return len(self.options) <= FEW_OPTIONS or any(option.chosen for option in self.options)


def offered() -> list[Facet]:
    """The facets of all kinds of pages, each once."""
    return list({facet.name: facet for kind in kinds() for facet in kind.offered}.values())


def chosen_in(query: QueryDict) -> dict[str, tuple[str, ...]]:
    """What an address has chosen; what no facet knows is left out."""
    found = {}
    for facet in offered():
        values = [value for value in dict.fromkeys(query.getlist(facet.name)) if VALUE.fullmatch(value)][:MOST_CHOSEN]
        known = facet.labels(values) if values else {}
        if chosen := tuple(value for value in values if value in known):
            found[facet.name] = chosen
    return found


def narrowed(hits: SearchQuerySet, chosen: Chosen, but: str = "") -> SearchQuerySet:
    """The hits that have what was chosen, ``but`` for one facet."""
    for name, values in chosen.items():
        if name != but:
            hits = hits.filter(SQ(**{f"{PREFIX}{name}__in": [Token(value, 0.0) for value in values]}))
    return hits


def counts(hits: SearchQuerySet, chosen: Chosen, shown: Sequence[Facet] | None = None) -> Counts:
    """How many of the hits have each value of these facets (or else of all that there are), narrowed down by what was
    chosen of the others.
    """
    shown = offered() if shown is None else shown
    found = _counted(narrowed(hits, chosen), [facet for facet in shown if facet.name not in chosen])
    for facet in shown:
        if facet.name in chosen:
            found |= _counted(narrowed(hits, chosen, facet.name), [facet])
    return found


def counting(hits: SearchQuerySet, facets: Iterable[Facet]) -> SearchQuerySet:
    """The hits with the counts of these facets: haystack's ``facet`` copies a search for each."""
    hits = hits.all()
    for facet in facets:
        hits.query.add_field_facet(facet.field)
    return hits


def _counted(hits: SearchQuerySet, facets: Iterable[Facet]) -> dict[str, dict[str, int]]:
    hits = counting(hits, facets)
    hits.query.set_limits(0, 0)  # otherwise haystack reads every document found
    fields: Mapping[str, Any] = hits.facet_counts().get("fields", {})
    return {field.removeprefix(PREFIX): dict(numbers) for field, numbers in fields.items()}


def groups(counts: Counts, chosen: Chosen, query: QueryDict) -> list[Group]:
    """The facets that could narrow the hits with these counts, with the options of each."""
    found = (_group(facet, counts.get(facet.name, {}), chosen.get(facet.name, ()), query) for facet in offered())
    return [group for group in found if len(group.options) > 1 or any(option.chosen for option in group.options)]


def _group(facet: Facet, counts: Mapping[str, int], chosen: tuple[str, ...], query: QueryDict) -> Group:
    whole = not facet.by_count or facet.name in query.getlist(WHOLE)
    values = list(counts) if whole else heapq.nlargest(MOST_OPTIONS, counts, key=lambda value: counts[value])
    options = _options(facet, counts, values, chosen, query)
    more = len(counts) - len(values)
    return Group(
        facet.name,
        facet.title,
        options,
        more,
        with_values(query, WHOLE, [*query.getlist(WHOLE), facet.name]) if more else "",
    )


def _options(
    facet: Facet, counts: Mapping[str, int], values: Iterable[str], chosen: tuple[str, ...], query: QueryDict
) -> list[Option]:
    labels = facet.labels(dict.fromkeys([*values, *chosen]))
    options = [
        Option(label, counts.get(value, 0), value in chosen, _toggled(query, facet.name, value))
        for value, label in labels.items()
    ]
    return sorted(options, key=lambda option: -option.count) if facet.by_count else options


def _toggled(query: QueryDict, name: str, value: str) -> str:
    """The query string with this value chosen, or no more chosen."""
    values = query.getlist(name)
    chosen = [one for one in values if one != value] if value in values else [*values, value]
    return with_values(query, name, chosen)
