"""Laws and regulations beside the results of a search: by name and article, and by words where nothing else is.

They are not in the index of pages: nine hundred statutes of ten thousand characters would change how rare a word is,
and so the order of the services (docs/decisions/0024).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from guides.models import Article
from guides.statutes.finding import Suggestion, by_words, suggestions
from knowledge.search.beside import Beside, source
from translations.reading import Reading

MOST = 3


@dataclass(frozen=True)
class Laws:
    """Articles and statutes that are named, with their titles as the reader sees them, and articles with the words."""

    query: str
    named: Sequence[tuple[Suggestion, Reading]]
    passages: Sequence[tuple[Article, Reading]]


@source
def statutes(query: str, total: int) -> Beside | None:
    """What the registry has for these words."""
    today = timezone.localdate()
    named = [(one, Reading(one.statute)) for one in suggestions(query, today)[:MOST]]
    rows = by_words(query, today)[:MOST] if not named and not total else ()
    passages = [(article, Reading(article.version.statute)) for article in rows]
    if not named and not passages:
        return None
    leads = bool(named and named[0][0].article)
    return Beside("guides/statutes/parts/beside.html", Laws(query, named, passages), leads)
