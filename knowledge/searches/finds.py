"""What a search finds now, and what became of what it found before."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Sum
from django.http import HttpRequest
from wagtail.models import Page

from knowledge.models import SearchClick
from knowledge.public import public
from knowledge.search.found import Found
from knowledge.search.indexing import QUEUE
from knowledge.search.promotions import promoted, set_apart
from knowledge.search.results import search
from knowledge.tasks.status import status_of
from translations.local_text import LocalText


@dataclass(frozen=True)
class Find:
    """One result; ``page`` is ``None`` for an address outside the hall."""

    page: int | None
    name: str
    url: str
    label: object
    above: LocalText | None
    recommended: bool = False


@dataclass(frozen=True)
class Finds:
    """The first page of what a reader gets: what is promoted, then the best hits. ``count``: of all hits."""

    count: int
    first: list[Find]
    found: Found

    @property
    def keys(self) -> list[int]:
        """The pages among them."""
        return [find.page for find in self.first if find.page is not None]


def finds(query: str, language: str, request: HttpRequest) -> Finds:
    """What a reader of this language gets for a query."""
    found = search(query, language, request)
    above = promoted(query, language, found)
    hits = set_apart(found, above).hits
    first = [
        *(Find(one.page, one.name.plain, one.url, one.label, one.above, recommended=True) for one in above),
        *(Find(hit.reading.instance.pk, hit.title, hit.url, hit.index.label, hit.above) for hit in hits),
    ]
    return Finds(found.count, first, found.found)


def clicks(query: str, language: str) -> dict[int, int]:
    """How often each page was opened from the results of a query, as far as the log goes back, most opened first."""
    rows = SearchClick.objects.filter(search__query=query, search__language=language).values("page")
    return dict(rows.annotate(opened=Sum("times")).order_by("-opened", "page").values_list("page", "opened"))


def names_of(keys: Iterable[int]) -> list[tuple[int, str]]:
    """Keys and titles of those pages that are public now, in this order."""
    keys = list(dict.fromkeys(keys))
    titles = dict(public(Page).filter(pk__in=keys).values_list("pk", "title"))
    return [(key, titles[key]) for key in keys if key in titles]


def opened_elsewhere(opened: Mapping[int, int], shown: Collection[int]) -> list[tuple[str, int]]:
    """Of what readers opened, what is not shown: titles and times, in the same order."""
    return [(title, opened[key]) for key, title in names_of(key for key in opened if key not in shown)]


def index_is_at_work() -> bool:
    """Does the index still have to learn of changes?"""
    tasks = status_of(QUEUE)
    return bool(tasks.waiting + tasks.running)
