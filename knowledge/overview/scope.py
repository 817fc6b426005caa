"""Whose figures somebody sees: those of the departments whose pages they may edit."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr

from knowledge.models import DepartmentPage
from knowledge.own_departments import departments_to_change

from .registry import Counts


@dataclass(frozen=True)
class Scope:
    """Departments by their keys, with their titles; ``is_whole`` for those who see all, and so what belongs to none."""

    departments: dict[int, str]
    is_whole: bool

    def total(self, counts: Counts) -> int:
        """Of a figure."""
        own = sum(number for key, number in counts.items() if key in self.departments)
        return own + (counts.get(None, 0) if self.is_whole else 0)


def scope_of(user: Any) -> Scope:
    """Which departments are somebody's."""
    titles = dict(departments_to_change(user).order_by("path").values_list("pk", "title"))
    return Scope(titles, is_whole=bool(titles) and len(titles) == DepartmentPage.objects.count())


def by_department(rows: QuerySet[Any], path: str = "path", distinct: str = "pk") -> Counts:
    """How many rows each department has; ``path`` is the column with the path of the page that a row belongs to."""
    departments = dict(DepartmentPage.objects.values_list("path", "pk"))
    length = len(next(iter(departments), ""))
    if not length:
        return {}
    groups = rows.order_by().annotate(above=Substr(path, 1, length)).values("above")
    counted = groups.annotate(number=Count(distinct, distinct=True)).values_list("above", "number")
    found: dict[int | None, int] = {}
    for above, number in counted:
        key = departments.get(above)
        found[key] = found.get(key, 0) + number
    return found
