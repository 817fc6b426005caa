"""Where the check of quality is in the admin."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .checking import CheckNewView, CheckView
from .report import QualityView, RulesView


class QualityViewSet(ViewSet):
    """``/admin/quality/``"""

    name = "quality"
    icon = "check"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", QualityView.as_view(), name="index"),
            path("results/", QualityView.as_view(results_only=True), name="results"),
            path("rules/", RulesView.as_view(), name="rules"),
            path("check/<int:key>/", CheckView.as_view(), name="check"),
            path("check/new/<int:parent>/", CheckNewView.as_view(), name="check_new"),
        ]


def menu_item() -> MenuItem:
    """``register_reports_menu_item``."""
    return MenuItem(_("Quality"), reverse("quality:index"), name="quality", icon_name="check", order=89)
