"""How the search index is, for those who keep the hall running."""

from dataclasses import dataclass
from datetime import UTC, datetime

from haystack import connections
from haystack.constants import DEFAULT_ALIAS

from knowledge.tasks.heartbeats import alive
from knowledge.tasks.status import QueueStatus, status_of

from .engines.backend import Backend
from .engines.snapshot import Wanted
from .expressions import EVERYTHING
from .indexing import QUEUE, index_is_usable
from .rebuilding import expected_documents, place_of

MEGABYTE = 1_000_000
MOST_FOR_WHOOSH = 5_000  # documents; above, the system check advises another engine


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
        engine=engine_name(),
        usable=usable,
        documents=indexed_documents(connections[DEFAULT_ALIAS].get_backend()) if usable else None,
        expected=expected_documents(),
        megabytes=place.size() / MEGABYTE,
        built_at=datetime.fromtimestamp(place.live.resolve().stat().st_ctime, UTC) if usable else None,
        # What was committed before the live index began to be built is in it, whatever failed.
        tasks=status_of(QUEUE, failed_since=place.began_at() if usable else None),
        workers=len(alive()),
    )


def engine_name() -> str:
    """``"whoosh"`` or ``"tantivy"``."""
    name: str = connections[DEFAULT_ALIAS].options["ENGINE"].split(".")[-2]
    return name


def indexed_documents(engine: Backend) -> int:
    """How many documents the index holds; 0 where there is none that can be read. It is not rebuilt for the asking."""
    found = engine.opened()
    if found is None:
        return 0
    count = found.answer(Wanted(EVERYTHING, 0, 1)).total
    found.close()
    return count
