"""Where the list of gaps is in the admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .views import PERMISSION, GapView, IndexView


class GapsViewSet(ViewSet):
    """``/admin/gaps/``"""

    name = "gaps"
    icon = "help"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("<int:key>/", GapView.as_view(), name="gap"),
        ]


class GapsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))


def menu_item() -> MenuItem:
    """``register_admin_menu_item``."""
    return GapsMenuItem(_("What is missing"), reverse("gaps:index"), name="gaps", icon_name="help", order=70)


def permissions() -> QuerySet[Permission]:
    """``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="knowledge", codename="work_on_gaps")
