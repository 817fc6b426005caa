"""Which departments are somebody's: those whose pages they may edit."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy

from knowledge.models import DepartmentPage


def departments_to_change(user: Any) -> QuerySet[DepartmentPage]:
    """The departments whose pages this person may change, whatever else they may do there."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    found: QuerySet[DepartmentPage] = DepartmentPage.objects.filter(pk__in=pages.values("pk"))
    return found
