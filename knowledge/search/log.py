"""Counting what readers search for and which results they open, so that editors see what is missing.

A search is counted with its query, language, day and number of hits. No address, account, session or time of day is
written down, and no query that may itself say something about a person (``personal``).
"""

import logging
from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone

from knowledge.brief import brief
from knowledge.models import SearchClick, SearchLogEntry

from .characters import query_key
from .codes import bare_code
from .personal import Personal, personal_data
from .results import Results

SALT = "knowledge.search.log"
CLICK_LIFE = timedelta(days=1)  # of a page of results that lies open

logger = logging.getLogger(__name__)


def note(request: HttpRequest, text: str, language: str, found: Results, hits: int) -> int | None:
    """Count this search; answers the key of its row, by which clicks are counted.

    Only the first page of what was found is counted, and only before it is narrowed down: the rest is the same search.
    ``None`` where nothing is to be kept, or could not be written in time: the reader must never notice.
    """
    query = query_to_keep(text, found)
    if not query or not settings.SEARCH_LOG_DAYS or _is_staff(request):
        return None
    today = timezone.localdate()
    try:
        if not found.is_beginning:
            same = SearchLogEntry.objects.filter(query=query, language=language, day=today)
            return same.values_list("pk", flat=True).first()
        with brief():
            return SearchLogEntry.objects.count_up(today, language, query, hits)
    except DatabaseError as error:  # its text may hold the query
        logger.warning("A search was not counted: %s", type(error).__name__)
        return None


def query_to_keep(text: str, found: Results) -> str:
    """The query as it is kept, normalised; ``""`` for one that must not be."""
    reason = personal_data(text)
    return query_key(text) if reason is None or (reason is Personal.NUMBER and _is_known_code(found)) else ""


def _is_known_code(found: Results) -> bool:
    """Did the query find an item by its official code?"""
    asked = found.found.plan.code
    codes = (bare_code(code) for hit in found.hits for code in hit.index.page_codes(hit.reading.instance))
    return bool(asked) and any(code.startswith(asked) or code.endswith(asked) for code in codes)


def _is_staff(request: HttpRequest) -> bool:
    """Staff try things out; that is no demand."""
    return request.user.has_perm("wagtailadmin.access_admin")


def click_token(search: int, page: int | None) -> str:
    """What a browser sends back when this result of this search is opened; nobody else can make one."""
    return signing.dumps((search, page), salt=SALT)


def note_click(token: str) -> None:
    """Count an opened result. Raises ``signing.BadSignature`` for a token that is not ours, or a day old."""
    search, page = signing.loads(token, salt=SALT, max_age=CLICK_LIFE)
    try:
        with brief():
            SearchClick.objects.count_up(search, page)
    except DatabaseError as error:
        logger.warning("A click was not counted: %s", type(error).__name__)


def found_now(query: str, language: str, hits: int) -> None:
    """After a change somebody looked again: the latest row says what is found now."""
    latest = SearchLogEntry.objects.filter(query=query, language=language).order_by("-day").first()
    if latest:
        latest.hits = hits
        latest.save(update_fields=["hits"])


def prune(today: date) -> int:
    """Remove what is older than ``SEARCH_LOG_DAYS``; answers the number of rows of searches.

    Day by day, so that no reader waits long for it.
    """
    old = SearchLogEntry.objects.filter(day__lt=today - timedelta(days=settings.SEARCH_LOG_DAYS))
    days = list(old.order_by("day").values_list("day", flat=True).distinct())
    return sum(SearchLogEntry.objects.filter(day=day).delete()[1].get("knowledge.SearchLogEntry", 0) for day in days)
