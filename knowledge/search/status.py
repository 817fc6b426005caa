"""How the search index is, for those who keep the hall running."""

from dataclasses import dataclass
from datetime import UTC, datetime

from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.query import SearchQuerySet

from knowledge.tasks.heartbeats import alive
from knowledge.tasks.status import QueueStatus, status_of

from .indexing import QUEUE, index_is_usable
from .rebuilding import expected_documents, place_of

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class IndexStatus:
    """``documents`` and ``built_at`` are ``None`` where there is no index that can be read."""

    engine: str
    usable: bool
    documents: int | None
    expected: int
    megabytes: float
    built_at: datetime | None
    tasks: QueueStatus
    workers: int

    @property
    def is_well(self) -> bool:
        """Is every public page in an index that can be read, has no task failed, and does somebody do them?"""
        whole = self.usable and self.documents == self.expected
        attended = self.workers > 0 or not (self.tasks.waiting or self.tasks.running)
        return whole and attended and not self.tasks.failed


def status() -> IndexStatus:
    """The index as it is now. It is not rebuilt for the asking."""
    usable = index_is_usable()
    place = place_of()
    return IndexStatus(
        engine=connections[DEFAULT_ALIAS].options["ENGINE"].split(".")[-2],
        usable=usable,
        documents=SearchQuerySet().count() if usable else None,
        expected=expected_documents(),
        megabytes=place.size() / MEGABYTE,
        built_at=datetime.fromtimestamp(place.live.resolve().stat().st_ctime, UTC) if usable else None,
        # What was committed before the live index began to be built is in it, whatever failed.
        tasks=status_of(QUEUE, failed_since=place.began_at() if usable else None),
        workers=len(alive()),
    )
