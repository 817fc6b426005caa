"""What many readers have searched for lately, offered to those who begin to type it.

A log of searches is written by strangers, and an offer is read by everybody. So only queries are offered that were
asked several times on several days, and whose every part stands in some public page: neither what somebody said of
himself or of a neighbour, nor what somebody wants others to read.
"""

import time
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Sum
from django.utils import timezone

from knowledge.models import SearchLogEntry

from .characters import normalise
from .finding import count_all
from .pinyin import spelling
from .plan import plan
from .synonyms import thesaurus

DAYS = 30
TIMES = 5  # searches within these days …
ON_DAYS = 2  # … on so many of them
MOST = 100  # queries that are offered at all
KEPT = 600  # seconds for which the list is remembered
LOOKED_AT = 3600  # … and for which it is remembered that a query of it stands in public pages


def popular(text: str, language: str) -> Iterator[str]:
    """Popular queries for what has been typed so far, by characters, pinyin or initials; the most popular first.

    Take no more than needed: what has not been looked at lately is searched for.
    """
    plain = normalise(text).strip()
    typed = spelling(plain).full
    if not typed:
        return
    known: Any = cache.get_or_set(f"popular-searches:{language}", lambda: list(_popular(language)), KEPT)
    period = int(time.time() // LOOKED_AT)
    for query, full, initials in known:
        begins = query.startswith(plain) or full.startswith(typed) or initials.startswith(typed)
        if begins and stands_in_pages(query, period):
            yield query


def _popular(language: str) -> Iterator[tuple[str, str, str]]:
    """Each query with its letters in pinyin and its initials."""
    since = timezone.localdate() - timedelta(days=DAYS)
    rows = (
        SearchLogEntry.objects.filter(language=language, day__gt=since, hits__gt=0)
        .values("query")
        .annotate(asked=Sum("times"), days=Count("day"))
        .filter(asked__gte=TIMES, days__gte=ON_DAYS)
        .order_by("-asked", "query")
    )
    for query in rows.values_list("query", flat=True)[:MOST]:
        spelled = spelling(query)
        yield query, spelled.full, spelled.initials


@lru_cache(maxsize=2 * MOST)
def stands_in_pages(query: str, _period: int) -> bool:
    """Is there a public page with every part of the query? Looked at once in a period."""
    return count_all(plan(query, thesaurus())) > 0
