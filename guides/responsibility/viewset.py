"""Where certifying is in the admin: the report, and one key in the editor of an item."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from guides.models import GuidePage

from .certifying import PERMISSION, may_certify, obstacle
from .views import TITLE, CertifyView, IndexView, TakeBackView


class CertificationViewSet(ViewSet):
    """``/admin/certification/``"""

    name = "certification"
    icon = "check"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("<int:key>/", CertifyView.as_view(), name="certify"),
            path("undo/<uuid:uuid>/", TakeBackView.as_view(), name="take_back"),
        ]


class CertificationMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))


def menu_item() -> MenuItem:
    """``register_reports_menu_item``."""
    return CertificationMenuItem(
        TITLE, reverse("certification:index"), name="certification", icon_name="check", order=80
    )


class CertifyMenuItem(ActionMenuItem):
    """In the menu of the editor's buttons: certify what readers have, when nothing has changed since."""

    name = "action-certify"
    label = _("Certify as correct")
    icon_name = "check"
    template_name = "guides/responsibility/parts/menu_item.html"

    def is_shown(self, context: Any) -> bool:
        guide = context.get("page")
        if context["view"] != "edit" or not isinstance(guide, GuidePage):
            return False
        return may_certify(context["request"].user, guide) and not obstacle(guide)

    def get_url(self, context: Any) -> str:
        return reverse("certification:certify", args=[context["page"].pk])


def action_menu_item() -> ActionMenuItem:
    """``register_page_action_menu_item``."""
    return CertifyMenuItem(order=25)
