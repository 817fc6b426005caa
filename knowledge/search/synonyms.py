"""The thesaurus in use: the hall's own list, and what its editors added, which acts at once in every process."""

from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max

from knowledge.models import ThesaurusEntry

from .thesaurus import Entry, Thesaurus, own_entries


def thesaurus() -> Thesaurus:
    """The thesaurus as it is now: one small query, and everything else only after a change."""
    state = ThesaurusEntry.objects.aggregate(count=Count("pk"), changed=Max("changed_at"))
    return _as_of(state["count"], state["changed"])


@lru_cache(maxsize=2)
def _as_of(count: int, changed: datetime | None) -> Thesaurus:
    added = [Entry(entry.everyday, entry.official_words, entry.reason) for entry in ThesaurusEntry.objects.all()]
    return Thesaurus([*own_entries(), *added])
