"""How the search index is, for those who keep the hall running."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Count
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.query import SearchQuerySet

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
    tasks = index_tasks()
    return IndexStatus(
        engine=connections[DEFAULT_ALIAS].options["ENGINE"].split(".")[-2],
        usable=usable,
        documents=SearchQuerySet().count() if usable else None,
        expected=expected_documents(),
        megabytes=place.size() / MEGABYTE,
        built_at=datetime.fromtimestamp(place.live.resolve().stat().st_ctime, UTC) if usable else None,
        waiting=tasks[TaskResultStatus.READY],
        running=tasks[TaskResultStatus.RUNNING],
        failed=tasks[TaskResultStatus.FAILED],
    )


def index_tasks() -> Counter[str]:
    """How many tasks of the index are in which state."""
    rows = DBTaskResult.objects.filter(queue_name=QUEUE).order_by().values_list("status").annotate(Count("pk"))
    return Counter(dict(rows))
