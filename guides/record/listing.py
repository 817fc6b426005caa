"""Which changes readers may see, and how they are asked for."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from guides.models import Change
from knowledge.paging import Paged

from .standing import end_of

PAGE_SIZE = 20


def public_changes() -> QuerySet[Change]:
    """All but those of pages that are behind a login or a password, or were when they were deleted."""
    found = Change.objects.filter(hidden=False)
    closed: Any = PageViewRestriction.objects.values_list("page__path", flat=True)
    below = Q()
    for path in closed:
        below |= Q(path__startswith=path)
    return found.exclude(page_id__in=list(Page.objects.filter(below).values_list("pk", flat=True))) if below else found


def between(changes: QuerySet[Change], since: date | None, until: date | None) -> QuerySet[Change]:
    """Those published from one day to another, both included."""
    if since:
        changes = changes.filter(at__gte=timezone.make_aware(datetime.combine(since, time.min)))
    return changes.filter(at__lt=end_of(until)) if until else changes


def page_of_changes(changes: QuerySet[Change], number: str | None) -> Paged:
    """One page of them, the newest first, each with its parts. A number that is none gives the nearest page.

    Only keys are counted and skipped: an index has them.
    """
    page: Any = Paginator(changes.values_list("pk", flat=True), PAGE_SIZE).get_page(number)
    page.object_list = with_parts(Change.objects.filter(pk__in=list(page.object_list)))
    return Paged(page)


def with_parts(changes: Iterable[Change]) -> list[Change]:
    """These changes as a list; their parts are read by one query."""
    found = list(changes)
    prefetch_related_objects(found, "parts")
    return found


def last_change(changes: QuerySet[Change], day: date) -> Change | None:
    """The last one until the end of a day."""
    return changes.filter(at__lt=end_of(day)).select_related("snapshot").first()


def departments_with_changes() -> list[tuple[int, str]]:
    """Keys and Chinese names of the departments of which anything is recorded, in the order of the hall."""
    keys = set(public_changes().order_by().values_list("department_id", flat=True).distinct())
    pages: Any = Page.objects.filter(pk__in=keys).order_by("path").values_list("pk", "title")
    return list(pages)
