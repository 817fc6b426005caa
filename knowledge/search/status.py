"""How the search index is, for those who keep the hall running."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Count
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from haystack import connections
from haystack.constants import DEFAULT_ALIAS

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
    waiting: int  # tasks
    running: int
    failed: int

    @property
    def is_well(self) -> bool:
        """Does every public page stand in an index that can be read, and has no task failed?"""
        return self.usable and self.documents == self.expected and not self.failed


def status() -> IndexStatus:
    """The index as it is now. It is not rebuilt for the asking."""
    usable = index_is_usable()
    place = place_of()
    tasks = _tasks()
    return IndexStatus(
        engine=engine_name(),
        usable=usable,
        documents=indexed_documents(connections[DEFAULT_ALIAS].get_backend()) if usable else None,
        expected=expected_documents(),
        megabytes=place.size() / MEGABYTE,
        built_at=datetime.fromtimestamp(place.live.resolve().stat().st_ctime, UTC) if usable else None,
        waiting=tasks[TaskResultStatus.READY],
        running=tasks[TaskResultStatus.RUNNING],
        failed=tasks[TaskResultStatus.FAILED],
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


def _tasks() -> Counter[str]:
    rows = DBTaskResult.objects.filter(queue_name=QUEUE).order_by().values_list("status").annotate(Count("pk"))
    return Counter(dict(rows))
