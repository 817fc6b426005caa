"""What a search finds now, and what became of what it found before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Sum
from django.http import HttpRequest
from wagtail.models import Page

from knowledge.models import SearchClick
from knowledge.search.indexing import QUEUE
from knowledge.search.promotions import promoted, set_apart
from knowledge.search.results import search
from knowledge.tasks.status import status_of
from translations.reading import LocalText


@dataclass(frozen=True)
class Find:
    """One result; ``page`` is ``None`` for an address outside the hall. ``opened``: how often, as far as the log goes
    back.
    """

    page: int | None
    name: str
    url: str
    label: object
    above: LocalText | None
    recommended: bool
    opened: int


@dataclass(frozen=True)
class Finds:
    """The first page of what a reader gets: what is promoted, then the best hits. ``count``: of all hits."""

    count: int
    first: list[Find]
    corrected: str

    @property
    def keys(self) -> list[int]:
        """The pages among them."""
        return [find.page for find in self.first if find.page is not None]


def finds(query: str, language: str, request: HttpRequest) -> Finds:
    """What a reader of this language gets for a query."""
    found = search(query, language, request)
    above = promoted(query, language, found, request)
    opened = clicks(query, language)
    first = [
        Find(one.page, one.name.plain, one.url, one.label, one.above, True, opened.get(one.page or 0, 0))
        for one in above
    ]
    for hit in set_apart(found, above).hits:
        page = hit.reading.instance.pk
        first.append(Find(page, hit.title, hit.url, hit.index.label, hit.above, False, opened.get(page, 0)))
    return Finds(found.count, first, found.corrected)


def clicks(query: str, language: str) -> dict[int, int]:
    """How often each page was opened from the results of a query, as long as the log goes back."""
    rows = SearchClick.objects.filter(search__query=query, search__language=language).values("page")
    return dict(rows.annotate(opened=Sum("times")).order_by("-opened", "page").values_list("page", "opened"))


def names_of(keys: Iterable[int]) -> list[tuple[int, str]]:
    """Keys and titles of those pages that are public now, in this order."""
    keys = list(dict.fromkeys(keys))
    titles = dict(Page.objects.live().public().filter(pk__in=keys).values_list("pk", "title"))
    return [(key, titles[key]) for key in keys if key in titles]


def opened_elsewhere(query: str, language: str, shown: Collection[int]) -> list[tuple[str, int]]:
    """What readers opened that is not among the first results now: titles and times, the most opened first."""
    opened = clicks(query, language)
    return [(title, opened[key]) for key, title in names_of(key for key in opened if key not in shown)]


def index_is_at_work() -> bool:
    """Does the index still have to learn of changes?"""
    tasks = status_of(QUEUE)
    return bool(tasks.waiting + tasks.running)
