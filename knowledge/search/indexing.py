"""Keeping the index in step with the pages: tasks in the database, written in the transaction that causes them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain
from typing import Any

from django.db import transaction
from django_tasks import task
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from wagtail.models import Page

from knowledge.tasks.kinds import repeatable

from . import rebuilding
from .places import Change

QUEUE = "index"
PRIORITY = 10  # before what Wagtail notes about every row it saves
_in_bulk: ContextVar[bool] = ContextVar("in_bulk", default=False)


def index_is_usable() -> bool:
    """Is there an index that can be read and is not known to be behind?"""
    return connections[DEFAULT_ALIAS].get_backend().is_usable() and not rebuilding.place_of().is_abandoned()


def _synchronise_all(calls: Sequence[Sequence[Any]]) -> None:
    """Many calls of ``synchronise`` with one commit of the index."""
    changes: list[Change] = [(label, list(keys)) for label, keys in calls]
    place = rebuilding.place_of()
    engine = connections[DEFAULT_ALIAS].get_backend()
    with place.lock("changes"):  # who reads the database first also writes first
        for change in changes:
            place.note(change)
        if engine.is_usable():
            rebuilding.bring_up_to_date(engine, changes)


@repeatable(together=_synchronise_all)
@task(queue_name=QUEUE, priority=PRIORITY)
def synchronise(label: str, keys: list[int]) -> None:
    """Make the index hold what the database holds of the pages of one model (``"guides.guidepage"``) with these keys.

    A lost index needs nothing: whoever reads it first builds it whole.
    """
    _synchronise_all([(label, keys)])


def _synchronise_all_below(calls: Sequence[Sequence[int]]) -> None:
    pages = Page.objects.filter(pk__in=[key for (key,) in calls])
    changes = []
    for model in connections[DEFAULT_ALIAS].get_unified_index().get_indexed_models():
        below = (model.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True) for page in pages)
        if keys := sorted({*chain.from_iterable(below)}):
            changes.append((model._meta.label_lower, keys))
    _synchronise_all(changes)


@repeatable(together=_synchronise_all_below)
@task(queue_name=QUEUE, priority=PRIORITY)
def synchronise_below(key: int) -> None:
    """The same for a page and all pages below it."""
    _synchronise_all_below([(key,)])


@repeatable(together=lambda calls: rebuilding.rebuild())
@task(queue_name=QUEUE, priority=PRIORITY)
def rebuild_index() -> int:
    """Build the whole index anew."""
    return rebuilding.rebuild()


def page_changed(page: Page) -> None:
    """Enqueue what a change of this page means for the index; within ``bulk_changes`` nothing."""
    model = type(page)
    if not _in_bulk.get() and model in connections[DEFAULT_ALIAS].get_unified_index().get_indexed_models():
        synchronise.enqueue(model._meta.label_lower, [page.pk])


def tree_changed(page: Page) -> None:
    """The same for a page and all below it: it was moved, or renamed, or its readers are others."""
    if not _in_bulk.get():
        synchronise_below.enqueue(page.pk)


@contextmanager
def bulk_changes() -> Iterator[None]:
    """Many changes and one rebuild at the end, also when an error ends them.

    The index is marked as behind meanwhile: if this process is killed, the next reader's search rebuilds it. Inside a
    transaction the rebuild is a task, which is there when the transaction is committed.
    """
    if _in_bulk.get():
        yield
        return
    token = _in_bulk.set(True)
    try:
        with rebuilding.place_of().behind():
            yield
    finally:
        _in_bulk.reset(token)
        if transaction.get_connection().in_atomic_block:
            rebuild_index.enqueue()
        else:
            rebuilding.rebuild()
