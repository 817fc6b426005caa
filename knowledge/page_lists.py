"""Lists of pages in the admin, narrowed down by department."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from knowledge.models import DepartmentPage


class DepartmentFilterSet(WagtailFilterSet):
    """``?department=<key>``: the pages below a department's."""

    department = django_filters.ModelChoiceFilter(
        label=_("Department"),
        queryset=lambda request: DepartmentPage.objects.order_by("path"),
        method="below",
        empty_label=pgettext_lazy("departments", "All of them"),
    )

    def below(self, pages: Any, _name: str, department: DepartmentPage) -> Any:
        return pages.filter(path__startswith=department.path)
