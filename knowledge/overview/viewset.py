"""Where the overview is in the admin, and what stands first after logging in."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet

from knowledge.own_departments import departments_to_change

from .registry import Duty, duties_of
from .views import OverviewView


class OverviewViewSet(ViewSet):
    """``/admin/overview/``"""

    name = "overview"
    icon = "view"

    def get_urlpatterns(self) -> list[Any]:
        return [path("", OverviewView.as_view(), name="index")]


class OverviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return departments_to_change(request.user).exists()  # on every page of the admin: one question


def menu_item() -> MenuItem:
    """``register_admin_menu_item``."""
    return OverviewMenuItem(_("Overview"), reverse("overview:index"), name="overview", icon_name="view", order=10)


class TodayPanel(Component):
    """What somebody has to do today, above everything else."""

    order = 10
    template_name = "knowledge/overview/today.html"

    def __init__(self, duties: list[Duty], has_overview: bool) -> None:
        self.duties, self.has_overview = duties, has_overview

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"duties": self.duties, "has_overview": self.has_overview}


def panel(request: HttpRequest, panels: list[Component]) -> None:
    """``construct_homepage_panels``."""
    has_overview = departments_to_change(request.user).exists()
    duties = duties_of(request.user)
    if has_overview or duties:
        panels.append(TodayPanel(duties, has_overview))
