"""The search page, for people and for programs."""

import threading
import unicodedata

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from knowledge.answers.replying import reply
from translations.languages import reading_language

from . import log, promotions, results
from .beside import beside
from .facets import FRESH
from .plan import LONGEST
from .suggestions import suggest

# The interpreter makes one page at a time anyway. Threads that take turns every few milliseconds make all of them late:
# the slowest twentieth waits three times as long (tests/bench/http.py).
_turn = threading.Lock()


def search(request: HttpRequest) -> HttpResponse:
    """One search after the other: ``_answer``."""
    with _turn:
        return _answer(request)


def _answer(request: HttpRequest) -> HttpResponse:
    """``?q=…&page=…``, narrowed by facets (``&visits=0``), in an order (``&sort=time``).

    With ``format=json`` the number of hits and one page of them.
    """
    query = readable(request.GET.get("q", ""))
    if request.GET.get("format") == "json":
        response: HttpResponse = as_json(results.search(query, reading_language(), request))
    else:
        language = reading_language()
        found = results.search_by_kind(query, language, request)
        promoted = promotions.promoted(query, language, found)
        context = {
            "query": query,
            "results": promotions.set_apart(found, promoted),
            "promoted": promoted,
            "reply": reply(found, language),
            "besides": beside(query, found),
            "search_row": log.note(request, query, language, found, found.count_by_words or len(promoted)),
            "hide_header_search": True,
        }
        response = render(request, "knowledge/search_page.html", context)
    # What somebody looks for is nobody else's business, and what is unpublished must not stay in a cache.
    patch_cache_control(response, private=True, max_age=FRESH)
    response["X-Robots-Tag"] = "noindex"
    return response


def suggestions(request: HttpRequest) -> JsonResponse:
    """``?q=…`` -> ``{"suggestions": [{"text", "label"}…]}``, for the box below which they appear."""
    offers = suggest(readable(request.GET.get("q", "")), reading_language())
    found = [{"text": offer.text, "label": offer.label} for offer in offers]
    response = JsonResponse({"suggestions": found}, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, private=True, max_age=FRESH)
    return response


@csrf_exempt  # the token was signed for this one result; a page from elsewhere has none
@require_POST
def clicked(request: HttpRequest) -> HttpResponse:
    """``token=…`` of a result that is being opened (``clicks.js``); 400 for a token that is not ours, or a day old."""
    try:
        log.note_click(request.POST.get("token", ""))
    except signing.BadSignature:
        return HttpResponseBadRequest()
    return HttpResponse(status=204)


def readable(text: str) -> str:
    """A query as it can be shown: no control characters, not endless."""
    shown = "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Cs") else one for one in text[:LONGEST])
    return " ".join(shown.split())


def as_json(found: results.Results) -> JsonResponse:
    """``{"count": n, "results": [{"type", "code", "title", "url"}…]}``."""
    hits = [{"type": hit.type, "code": hit.code, "title": hit.title, "url": hit.url} for hit in found.hits]
    return JsonResponse({"count": found.count, "results": hits}, json_dumps_params={"ensure_ascii": False})
