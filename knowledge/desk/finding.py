"""What the desk finds for the words in its box, and the cards that it shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from knowledge.answers.replying import Reply, reply
from knowledge.models import DeskPage
from knowledge.search.documents import KIND
from knowledge.search.intents import Intent
from knowledge.search.registry import kind_of
from knowledge.search.results import Hit, Results, search_by_kind

from .card import Card

MOST_HITS = 9  # that can be opened by one key, and seen without scrolling


@dataclass(frozen=True)
class Search:
    """What was found: ``hits`` of all kinds, the best first, and the direct answer."""

    results: Results
    hits: Sequence[Hit]
    reply: Reply | None

    @property
    def meant(self) -> int | None:
        """The page that the desk opens by itself: the one that is meant, or else the first that has a card; none that
        was found by what it means alone.
        """
        if not self.results.found.by_words:
            return None
        pages = [self.reply.page] if self.reply and self.reply.page else []
        with_cards = (hit for hit in [*pages, *self.hits] if hit.index.has_desk_card)
        return next((hit.reading.instance.pk for hit in with_cards), None)

    def asked_of(self, card: Card) -> Sequence[Intent]:
        """What was asked, where the card itself answers it: its own answers say the same as the direct one."""
        if not self.reply or not self.reply.derived or self.meant != card.page:
            return []
        said_by_card = {answer.intent for answer in card.answers}
        return [intent for intent in self.reply.intents if intent in said_by_card]


def find(words: str, language: str, request: HttpRequest) -> Search:
    """Search as readers do; nothing is narrowed down at the desk."""
    results = search_by_kind(words, language, request, [KIND])
    return Search(results, results.best_hits[:MOST_HITS], reply(results, language))


def card_of(key: int | None, language: str) -> Card | None:
    """The card of a page; nothing for one that is not public, or of a kind without cards."""
    page = Page.objects.filter(pk=key).select_related("content_type").first() if key else None
    index = kind_of(page.specific_class) if page and page.specific_class else None
    return index.desk_card(page.pk, language, timezone.localdate()) if page and index else None


@dataclass(frozen=True)
class Kept:
    """Pages of one member of staff: favourites by name, and those opened last."""

    favourites: Sequence[Page]
    recent: Sequence[Page]


def kept_by(user: Any) -> Kept:
    """The pages that somebody keeps at hand, and opened last, as far as they are still public."""
    rows = DeskPage.objects.filter(user=user, page__live=True).select_related("page").order_by("-opened_at")
    favourites = sorted((row.page for row in rows if row.favourite), key=lambda page: page.title)
    return Kept(favourites, [row.page for row in rows if not row.favourite])


def comparable(search: Search | None, kept: Kept, page: int) -> Iterator[tuple[int, str]]:
    """The keys and names of pages with cards beside which one may be seen: those found, then those kept."""
    hits = search.hits if search else ()
    found = {hit.reading.instance.pk: hit.title for hit in hits if hit.index.has_desk_card}
    kept_pages = {one.pk: one.title for one in (*kept.favourites, *kept.recent)}
    return ((key, name) for key, name in {**kept_pages, **found}.items() if key != page)
