"""From hits of the engine to what a reader sees: read again from the database, so that nothing else is ever shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.models import SearchResult

from knowledge.paging import Paged
from translations.languages import column, default_language, html_tag
from translations.reading import LocalText, Reading

from . import facets
from .documents import PageIndex
from .finding import find
from .highlight import best_passage, highlight
from .lexicon import Lexicon
from .plan import Plan, plan
from .rebuilding import place_of
from .synonyms import thesaurus

PAGE_SIZE = 10


@dataclass(frozen=True)
class Hit:
    """One page that was found. ``index`` knows its kind."""

    index: PageIndex
    reading: Reading
    url: str
    name: SafeString
    passage: SafeString

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
class Results(Paged):
    """One page of what was found."""

    hits: list[Hit]
    found: "Found"
    narrowing: facets.Chosen
    query: QueryDict

    @cached_property
    def groups(self) -> list[facets.Group]:
        """How the results can be narrowed down; counted when a template asks, as programs do not."""
        return facets.groups(self.found.hits, self.narrowing, self.query) if self.found.plan else []

    @property
    def is_beginning(self) -> bool:
        """Is this the first page, before anything was narrowed down?"""
        return self.page.number == 1 and not self.narrowing

    @property
    def corrected(self) -> str:
        """What was looked for, where the reader's own words found nothing."""
        return self.found.corrected

    @property
    def nearest(self) -> tuple[str, ...]:
        """What else may have been meant."""
        return self.found.nearest

    @property
    def chosen(self) -> list[facets.Option]:
        """By what the results are narrowed down."""
        return [option for group in self.groups for option in group.options if option.chosen]

    @property
    def also(self) -> list[str]:
        """The official words that were looked for beside the reader's own."""
        words = (words for meaning in self.found.plan.meanings for words in meaning.entry.official)
        return list(dict.fromkeys(words))


def search(text: str, language: str, request: HttpRequest) -> Results:
    """What a reader's words find, narrowed down as the address says.

    A page number that is none, or too high, gives the nearest page.
    """
    found = Found(text)
    chosen = facets.chosen_in(request.GET)
    page = Paginator(facets.narrowed(found.hits, chosen), PAGE_SIZE).get_page(request.GET.get("page"))
    shown = _hits(list(page.object_list), found.plan, language, request)
    return Results(page, shown, found, chosen, request.GET)


class Found:
    """The hits of a reader's words; where there are none, those of what was probably meant."""

    def __init__(self, text: str) -> None:
        self._known = thesaurus()
        self.plan = plan(text, self._known)
        self.hits = find(self.plan)
        self.corrected = ""
        self.nearest: tuple[str, ...] = ()
        if self.plan and not len(self.hits):
            self._correct(Lexicon(place_of().live).meant(text))

    def _correct(self, meant: list[str]) -> None:
        for words in meant:
            likely = plan(words, self._known)
            hits = find(likely)
            if len(hits):
                self.plan, self.hits, self.corrected = likely, hits, words
                break
        self.nearest = tuple(words for words in meant if words != self.corrected)


def _hits(found: list[SearchResult], asked: Plan, language: str, request: HttpRequest) -> list[Hit]:
    pages = _public_pages(found)
    hits = []
    for result in found:
        if (key := (result.model, int(result.pk))) in pages:
            index, page = pages[key]
            hits.append(_hit(index, Reading(page, language), result, asked.tokens, request))
    return hits


def _public_pages(found: list[SearchResult]) -> dict[Any, tuple[PageIndex, Any]]:
    """The pages that are public now, by model and key: one that went a moment ago is not shown."""
    keys: dict[Any, list[int]] = defaultdict(list)
    for result in found:
        keys[result.model].append(int(result.pk))
    unified = connections[DEFAULT_ALIAS].get_unified_index()
    pages = {}
    for model, wanted in keys.items():
        index = unified.get_index(model)
        for page in index.for_readers(list(index.index_queryset().filter(pk__in=wanted))):
            pages[model, page.pk] = (index, page)
    return pages


def _hit(index: PageIndex, reading: Reading, result: SearchResult, tokens: Iterable[str], request: HttpRequest) -> Hit:
    name: LocalText = reading.name
    return Hit(
        index=index,
        reading=reading,
        url=reading.instance.get_url(request) or "",
        name=_in_its_language(highlight(name.plain, tokens).html, name.language, reading.language),
        passage=_passage(reading, result, tokens),
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
