"""The desk's pages. Everything is an ordinary page; with scripts only its middle is fetched."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from knowledge.cleaning import key_in
from knowledge.models import DeskPage, UnansweredQuestion
from knowledge.search.characters import query_key
from knowledge.search.personal import personal_data
from knowledge.search.views import readable
from translations.languages import content_languages, default_language, reading_language

from .as_text import as_text
from .card import Card
from .comparing import compared
from .finding import card_of, comparable, find, kept_by

PERMISSION = "knowledge.use_desk"
FRAGMENT = "X-Desk-Fragment"
View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """Only for those who may use the desk; others log in first. Nothing stays in a cache."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


@for_staff
def desk(request: HttpRequest) -> HttpResponse:
    """``?q=…&item=…&with=…``: what the words find, the card of one page, beside another one to compare it with."""
    language = reading_language()
    words = readable(request.GET.get("q", ""))
    search = find(words, language, request) if words else None
    asked_for = key_in(request.GET.get("item", ""))
    card = card_of(asked_for or (search.meant if search else None), language)
    asked = search.asked_of(card) if search and card else []
    card = card.asked(asked) if card else None
    other = card_of(key_in(request.GET.get("with", "")), language) if card else None
    if card and asked_for:
        DeskPage.objects.opened(request.user, card.page)
    kept = kept_by(request.user)
    context = {
        "query": words,
        "search": search,
        "card": card,
        "asked": asked,
        "gone": bool(asked_for and not card),
        "other": other,
        "rows": compared(card, other) if card and other else [],
        "text": as_text(card, _address(request, card)) if card else "",
        "short_address": request.build_absolute_uri(card.short_url) if card and card.short_url else "",
        "kept": kept,
        "comparable": list(comparable(search, kept, card.page)) if card else [],
        "is_favourite": card is not None and any(page.pk == card.page for page in kept.favourites),
        "noted": request.GET.get("noted", ""),
        "hide_header_search": True,
    }
    template = "knowledge/desk/parts/main.html" if FRAGMENT in request.headers else "knowledge/desk/desk.html"
    return render(request, template, context)


@for_staff
def sheet(request: HttpRequest, key: int) -> HttpResponse:
    """What is handed over: the item in Chinese with the other languages beside it, on one sheet of paper."""
    cards = [card for language in (default_language(), *_others()) if (card := card_of(key, language))]
    if not cards:
        raise Http404
    context = {
        "cards": cards,
        "address": _address(request, cards[0]),
        "today": timezone.localdate(),
        "hide_header_search": True,
    }
    return render(request, "knowledge/desk/sheet.html", context)


@require_POST
@for_staff
def favourite(request: HttpRequest, key: int) -> HttpResponse:
    """Keep a page at hand, or no longer."""
    if not card_of(key, default_language()):
        raise Http404
    DeskPage.objects.toggle(request.user, key)
    return _back(request)


@require_POST
@for_staff
def unanswered(request: HttpRequest) -> HttpResponse:
    """Count a question that nobody could answer; ``undo`` takes it back. Nothing about a person is kept."""
    words = readable(request.POST.get("q", ""))
    noted = "nothing"
    if words and personal_data(words):
        noted = "personal"
    elif question := query_key(words):
        rows, undo = UnansweredQuestion.objects, "undo" in request.POST
        (rows.count_down if undo else rows.count_up)(timezone.localdate(), reading_language(), question)
        noted = "undone" if undo else "yes"
    return _back(request, noted=noted)


def _back(request: HttpRequest, **more: str) -> HttpResponse:
    """To the desk as it was: ``back`` is its query string."""
    query = QueryDict(request.POST.get("back", "")[:2000], mutable=True)
    query.pop("noted", None)
    query.update(more)
    return redirect(f"{reverse('knowledge:desk')}?{query.urlencode()}")


def _others() -> list[str]:
    return [language for language in content_languages() if language != default_language()]


def _address(request: HttpRequest, card: Card) -> str:
    return request.build_absolute_uri(card.short_url or card.url)
