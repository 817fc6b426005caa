"""Lists of pages in the admin, narrowed down by department."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from knowledge.models import DepartmentPage


class OnlyFilter(django_filters.ChoiceFilter):
    """``?name=on``: only what it says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        choices, anything = [("on", pgettext_lazy("of a list", "Only these"))], pgettext_lazy("of a list", "Everything")
        super().__init__(*args, choices=choices, empty_label=anything, **kwargs)


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
