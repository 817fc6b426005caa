"""Where the admin's pages about searches are, and who finds them in the menu."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from . import reports, views
from .places import PERMISSION

REPORTS = (reports.MostSearched, reports.NothingFound, reports.NeverClicked)


class SearchesViewSet(ViewSet):
    """``/admin/searches/``"""

    name = "searches"
    icon = "search"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("query/", views.QueryView.as_view(), name="query"),
            path("everyday-name/", views.EverydayNameView.as_view(), name="everyday_name"),
            path("synonym/", views.SynonymView.as_view(), name="synonym"),
            path("promote/", views.PromoteView.as_view(), name="promote"),
            *(pattern for report in REPORTS for pattern in self._report_patterns(report)),
        ]

    def _report_patterns(self, report: type[reports.SearchReport]) -> list[Any]:
        place = f"{report.name.replace('_', '-')}/"
        return [
            path(place, report.as_view(), name=report.name),
            path(f"{place}results/", report.as_view(results_only=True), name=f"{report.name}_results"),
        ]


class SearchesMenuItem(MenuItem):
    """Only for those who may see what readers search for."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))


def menu_item() -> MenuItem:
    """``register_reports_menu_item``."""
    url = reverse(f"searches:{reports.MostSearched.name}")
    return SearchesMenuItem(_("Searches"), url, name="searches", icon_name="search", order=100)


def without_wagtails_report(request: HttpRequest, items: list[MenuItem]) -> None:
    """``construct_reports_menu``: Wagtail's own report counts what nobody tells it of, and would always be empty."""
    items[:] = [item for item in items if item.name != "search-terms"]


def permissions() -> QuerySet[Permission]:
    """``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="knowledge", codename="see_searches")
