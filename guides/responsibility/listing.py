"""The items that somebody should certify, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from guides.codes import ItemStatus
from guides.models import GuidePage
from guides.models.responsibility import CERTIFICATION
from guides.rules.certification import SOON, Standing, certified_before
from knowledge.models import DepartmentPage
from knowledge.models.owned import with_departments
from knowledge.own_departments import departments_to_change

from .certifying import PERMISSION, obstacle

SHOWN = (
    *("path", "depth", "title", "live", "has_unpublished_changes", "name_zh_hans", "task_code"),
    *("responsible_post_zh_hans", *CERTIFICATION),
)


@dataclass(frozen=True)
class Row:
    """One item. ``why_not`` says why it cannot be certified as it stands."""

    guide: GuidePage
    due: date | None
    standing: Standing
    why_not: str


def departments_of(user: Any) -> QuerySet[DepartmentPage]:
    """The departments whose items somebody may certify."""
    if not user.has_perm(PERMISSION):
        return DepartmentPage.objects.none()
    return departments_to_change(user).order_by("title")


def items_of(departments: Iterable[DepartmentPage]) -> QuerySet[GuidePage]:
    """What readers can see of the items of these departments."""
    below = Q(pk__in=[])
    for department in departments:
        below |= Q(path__startswith=department.path)
    return offered_items().filter(below)


def offered_items() -> QuerySet[GuidePage]:
    """What readers can see and apply for: nobody certifies what has been cancelled."""
    live: QuerySet[GuidePage] = GuidePage.objects.live().exclude(status=ItemStatus.CANCELLED)
    return live


def in_standing(items: QuerySet[GuidePage], wanted: Standing, today: date) -> QuerySet[GuidePage]:
    """The same as ``rules.certification.standing``, for a query: a test proves them equal."""
    overdue, soon = _due_before(today), _due_before(today + SOON + timedelta(days=1))
    certified = Q(certified_on__isnull=False)
    return items.filter(
        {
            Standing.NEVER: ~certified,
            Standing.OVERDUE: certified & overdue,
            Standing.SOON: certified & soon & ~overdue,
            Standing.GOOD: certified & ~soon,
        }[wanted]
    )


def _due_before(day: date) -> Q:
    """Chosen for an earlier day, or certified so long ago that the year is over."""
    return Q(review_by__isnull=False, review_by__lt=day) | Q(certified_on__lt=certified_before(day))


def ordered(items: QuerySet[GuidePage]) -> QuerySet[GuidePage]:
    """The most urgent first; what was never certified comes last. With the columns that the list shows alone."""
    return items.order_by(F("review_by").asc(nulls_last=True), "certified_on", "title").only(*SHOWN)


def rows(items: Iterable[GuidePage]) -> list[Row]:
    return [Row(guide, guide.review_due, guide.standing, obstacle(guide)) for guide in with_departments(items)]
