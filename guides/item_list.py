"""The items that somebody may see, as a list in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from knowledge.page_lists import DepartmentFilterSet, OnlyFilter

from .holes import with_open_questions
from .models import GuidePage


class ItemFilterSet(DepartmentFilterSet):
    """``?in_work=on`` for items with unpublished changes, ``?open=on`` for those that leave questions open."""

    in_work = OnlyFilter(label=_("With changes that are not published"), method="changed")
    open = OnlyFilter(label=_("That leave questions open"), method="holed")

    class Meta:
        model = GuidePage
        fields = ["item_type", "status"]

    def changed(self, items: Any, _name: str, value: str) -> Any:
        return items.filter(has_unpublished_changes=True)

    def holed(self, items: Any, _name: str, value: str) -> Any:
        return items.filter(pk__in=with_open_questions().values("pk"))


class ItemsViewSet(PageListingViewSet):
    """``/admin/items/``"""

    name = "items"
    model = GuidePage
    icon = "list-ul"
    menu_label = _("Service items")
    menu_order = 240
    add_to_admin_menu = True
    filterset_class = ItemFilterSet
    columns = [*PageListingViewSet.columns, Column("task_code", label=_("Implementation code"), accessor="task_code")]
