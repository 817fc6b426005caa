"""What editors want to stand first for a query: Wagtail's promoted results, shown the way other results are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy, pgettext_lazy
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from knowledge.public import public
from translations.languages import default_language, other_languages
from translations.local_text import LocalText, as_written
from translations.reading import Reading

from .characters import is_han, query_key, runs
from .documents import PageIndex
from .reading import for_readers
from .results import Results

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Promoted:
    """A public page, or an address outside the hall (``page`` and ``index`` are ``None``)."""

    url: str
    name: LocalText
    description: LocalText
    reading: Reading | None = None
    index: PageIndex | None = None

    @property
    def page(self) -> int | None:
        """The key of the page."""
        return self.reading.instance.pk if self.reading else None

    @property
    def label(self) -> "StrPromise":
        """What it is."""
        if self.index:
            return self.index.label
        return pgettext_lazy("kind of result", "Page") if self.reading else gettext_lazy("Another website")

    @property
    def above(self) -> LocalText | None:
        """To whom it belongs."""
        return self.index.above(self.reading) if self.index and self.reading else None

    @property
    def warning(self) -> str:
        """What a reader must know before the page is opened."""
        return self.index.warning(self.reading) if self.index and self.reading else ""


def promoted(text: str, language: str, found: Results) -> list[Promoted]:
    """What is promoted for these words, or for what was looked for instead; on the first page, before it is narrowed
    down.
    """
    if not found.is_beginning:
        return []
    for words in filter(None, (query_key(text), query_key(found.corrected))):
        chosen = SearchPromotion.objects.filter(query__query_string=words).order_by("sort_order", "pk")
        if shown := list(_shown(list(chosen), language)):
            return shown
    return []


def set_apart(found: Results, shown: Iterable[Promoted]) -> Results:
    """The results without what stands above them already."""
    pages = {one.page for one in shown}
    return found.without(pages) if pages else found


def _shown(promotions: list[SearchPromotion], language: str) -> Iterable[Promoted]:
    pages = _public_pages([one.page_id for one in promotions if one.page_id])
    for one in promotions:
        description = _as_written(one.description, language)
        if one.page_id is None:
            yield Promoted(one.external_link_url, _as_written(one.external_link_text or "", language), description)
        elif one.page_id in pages:
            index, page = pages[one.page_id]
            reading = Reading(page, language)
            yield Promoted(page.url or "", _name(reading, language), description, reading, index)


def _public_pages(keys: list[int]) -> dict[int, tuple[PageIndex | None, Any]]:
    """The pages that anybody may read; those that are searched only as far as the search would show them."""
    pages = list(public(Page).filter(pk__in=keys).specific()) if keys else []
    indexed = connections[DEFAULT_ALIAS].get_unified_index().get_indexed_models()
    others = {page.pk: (None, page) for page in pages if type(page) not in indexed}
    searched = for_readers((type(page), page.pk) for page in pages if page.pk not in others)
    return {**others, **{page.pk: (index, page) for index, page in searched}}


def _name(reading: Reading, language: str) -> LocalText:
    """Pages of other apps have no name in two languages, but Wagtail's title."""
    name = getattr(reading, "name", None)
    return name if isinstance(name, LocalText) else _as_written(reading.instance.title, language)


def _as_written(text: str, language: str) -> LocalText:
    """A text that exists once, marked with its language: one in Latin letters is Chinese on no page."""
    if language == default_language() and text.strip() and not any(map(is_han, runs(text))):
        return LocalText(text, other_languages()[0], language)
    return as_written(text, language)
