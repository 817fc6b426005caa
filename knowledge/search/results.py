"""From hits of the engine to what a reader sees: read again from the database, so that nothing else is ever shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.models import SearchResult
from haystack.query import SearchQuerySet

from knowledge.models import DepartmentPage
from knowledge.paging import Paged
from knowledge.public import public
from translations.languages import column, default_language, html_tag
from translations.local_text import LocalText
from translations.reading import Reading, read_all

from . import facets, kinds, ordering
from .documents import PageIndex
from .explaining import Reason, reasons
from .found import Found
from .highlight import best_passage, highlight
from .reading import for_readers

PAGE_SIZE = 10
MOST_TELEPHONES = 12  # of departments, where nothing was found
EXPLAIN = "explain"


@dataclass(frozen=True)
class Hit:
    """One page that was found. ``index`` knows its kind."""

    index: PageIndex
    reading: Reading
    url: str
    name: SafeString
    passage: SafeString
    reasons: list[Reason]  # why it was found, where somebody asked
    score: float = 0.0

    @property
    def type(self) -> str:
        return self.index.result_type

    @property
    def code(self) -> str:
        return self.index.code(self.reading.instance)

    @property
    def title(self) -> str:
        """The name as plain text in the reader's language, or else in Chinese."""
        title: str = self.reading.name.plain
        return title

    @property
    def above(self) -> LocalText | None:
        return self.index.above(self.reading)

    @property
    def warning(self) -> str:
        return self.index.warning(self.reading)

    @property
    def facts(self) -> list[str]:
        return self.index.facts(self.reading)


@dataclass(frozen=True)
class Group:
    """Hits of one kind that are called what was asked for; ``query`` is the query string that shows all of the kind,
    ``count`` how many those are.
    """

    index: PageIndex
    count: int
    hits: list[Hit]
    query: str


@dataclass(frozen=True)
class Results(Paged):
    """One page of what was found: hits of the kind that most are of, with a few of the others before or after them."""

    hits: list[Hit]
    found: Found
    narrowing: facets.Chosen
    query: QueryDict
    counts: facets.Counts = field(default_factory=dict)
    total: int = 0  # of all kinds
    index: PageIndex | None = None  # the kind of the hits, where they are of one kind
    before: Sequence[Group] = ()
    after: Sequence[Group] = ()
    explained: bool = False

    @property
    def orders(self) -> list[ordering.Choice]:
        """In which order the hits can be shown."""
        return ordering.choices(self.query)

    @cached_property
    def groups(self) -> list[facets.Group]:
        """How the results can be narrowed down."""
        return facets.groups(self.counts, self.narrowing, self.query)

    @property
    def is_beginning(self) -> bool:
        """Is this the first page, before anything was narrowed down?"""
        return self.page.number == 1 and not self.narrowing

    @property
    def mentioning(self) -> list[Group]:
        """The kinds of which no page is called what was asked for, but some say it."""
        return [group for group in (*self.before, *self.after) if not group.hits]

    @property
    def best_hits(self) -> list[Hit]:
        """The hits of this page of all kinds, the best first."""
        groups = (*self.before, *self.after)
        hits = [*self.hits, *(hit for group in groups for hit in group.hits)]
        return sorted(hits, key=attrgetter("score"), reverse=True)

    def without(self, pages: Collection[int | None]) -> "Results":
        """The same, but for hits that stand on these pages of the site."""
        return replace(
            self,
            hits=_but(self.hits, pages),
            before=[replace(group, hits=_but(group.hits, pages)) for group in self.before],
            after=[replace(group, hits=_but(group.hits, pages)) for group in self.after],
        )

    @property
    def corrected(self) -> str:
        """What was looked for, where the reader's own words found nothing."""
        return self.found.corrected

    @property
    def count_by_words(self) -> int:
        """How many were found by what was said, and not by what it means alone."""
        return (self.total or self.count) if self.found.by_words else 0

    @property
    def nearest(self) -> tuple[str, ...]:
        """What else may have been meant."""
        return self.found.nearest

    @property
    def telephones(self) -> list[Reading]:
        """Departments to call where nothing was found."""
        departments = public(DepartmentPage).exclude(phone="").order_by("path")
        return read_all(departments[:MOST_TELEPHONES])

    @property
    def chosen(self) -> list[facets.Option]:
        """By what the results are narrowed down."""
        return [option for group in self.groups for option in group.options if option.chosen]


def _but(hits: Iterable[Hit], pages: Collection[int | None]) -> list[Hit]:
    return [hit for hit in hits if hit.reading.instance.pk not in pages]


def search(text: str, language: str, request: HttpRequest) -> Results:
    """What a reader's words find, narrowed down and in the order that the address says, of all kinds in one list.

    A page number that is none, or too high, gives the nearest page.
    """
    found = Found(text, language)
    chosen = facets.chosen_in(request.GET)
    page = _page(facets.narrowed(found.hits, chosen), request)
    shown = _Shown(found, language, request, _public_pages(page.object_list))
    return Results(page, _hits(page.object_list, shown), found, chosen, request.GET)


def search_by_kind(
    text: str, language: str, request: HttpRequest, shown_facets: Sequence[facets.Facet] | None = None
) -> Results:
    """The same with the hits of one kind, and a few of the other kinds on the first page.

    ``shown_facets`` are those that will be shown, that of kinds among them; all of them where nothing is said.
    """
    found = Found(text, language)
    chosen = facets.chosen_in(request.GET)
    counts = facets.counts(found.hits, chosen, shown_facets) if found.plan else {}
    split = kinds.split(facets.narrowed(found.hits, chosen), counts, chosen)
    page = _page(split.main, request, split.count)
    parts = split.parts(_best_score(split, page, request)) if page.number == 1 else ()
    shown = _Shown(found, language, request, _public_pages(chain(page.object_list, *(part.first for part in parts))))
    others = [(_group(part, shown), part.leads) for part in parts]
    return Results(
        page,
        _hits(page.object_list, shown),
        found,
        chosen,
        request.GET,
        counts,
        total=split.total,
        index=split.index,
        before=[group for group, leads in others if leads],
        after=[group for group, leads in others if not leads],
        explained=shown.explained,
    )


def _page(hits: SearchQuerySet, request: HttpRequest, count: int | None = None) -> ListPage[Any]:
    """The page that the address asks for, of so many hits, where that is known."""
    paginator = Paginator(ordering.chosen_in(request.GET).applied(hits), PAGE_SIZE)
    if count is not None:
        paginator.count = count  # or else it asks the engine
    return paginator.get_page(request.GET.get("page"))


def _best_score(split: kinds.Split, page: ListPage[Any], request: HttpRequest) -> float:
    """Of the hits of the main kind; on its first page they are the best first, unless a reader wants another order."""
    in_order = ordering.chosen_in(request.GET) == ordering.BEST_MATCH
    return max((hit.score for hit in (page.object_list if in_order else split.main)[:1]), default=0.0)


def _group(part: kinds.Part, shown: "_Shown") -> Group:
    return Group(part.index, part.count, _hits(part.first, shown), part.address(shown.request.GET))


@dataclass(frozen=True)
class _Shown:
    """To whom hits are shown, and of which pages."""

    found: Found
    language: str
    request: HttpRequest
    pages: Mapping[Any, tuple[PageIndex, Any]]

    @cached_property
    def explained(self) -> bool:
        """Has a member of staff asked why these pages were found?"""
        user = self.request.user
        return EXPLAIN in self.request.GET and bool(user.has_perm("wagtailadmin.access_admin"))

    def reasons(self, result: SearchResult) -> list[Reason]:
        if not self.explained:
            return []
        engine = connections[DEFAULT_ALIAS].get_backend()
        return reasons(self.found.hits.query.build_query(), lambda leaves: engine.points(result.id, leaves))


def _hits(found: Iterable[SearchResult], shown: _Shown) -> list[Hit]:
    keys = ((result, (result.model, int(result.pk))) for result in found)
    return [_hit(*shown.pages[key], result, shown) for result, key in keys if key in shown.pages]


def _public_pages(found: Iterable[SearchResult]) -> dict[Any, tuple[PageIndex, Any]]:
    """The pages of these results by model and key; one that went a moment ago is missing."""
    wanted = ((result.model, int(result.pk)) for result in found)
    return {(type(page), page.pk): (index, page) for index, page in for_readers(wanted)}


def _hit(index: PageIndex, page: Any, result: SearchResult, shown: _Shown) -> Hit:
    reading = Reading(page, shown.language)
    name: LocalText = reading.name
    tokens = shown.found.plan.tokens
    return Hit(
        index=index,
        reading=reading,
        url=page.url or "",
        name=_in_its_language(highlight(name.plain, tokens).html, name.language, reading.language),
        passage=_passage(reading, result, tokens),
        reasons=shown.reasons(result),
        score=float(result.score or 0),
    )


def _passage(reading: Reading, result: SearchResult, tokens: Iterable[str]) -> SafeString:
    """From the reader's language; from the Chinese where only that has what was asked for, or nothing is reviewed."""
    languages = dict.fromkeys([reading.language, default_language()] if reading.reviewed else [default_language()])
    passages = {
        language: best_passage(text, tokens)
        for language in languages
        if (text := getattr(result, column("passage", language)))
    }
    if not passages:
        return SafeString()
    language = next((one for one, passage in passages.items() if passage.matched), next(iter(passages)))
    return _in_its_language(passages[language].html, language, reading.language)


def _in_its_language(html: SafeString, language: str, around: str) -> SafeString:
    return html if language == around else format_html('<span lang="{}">{}</span>', html_tag(language), html)
