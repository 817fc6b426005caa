"""The way from the admin to the desk, for those who may use it."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .views import PERMISSION


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))


def menu_item() -> MenuItem:
    """``register_admin_menu_item``."""
    label = pgettext_lazy("for window staff", "Desk")
    return DeskMenuItem(label, reverse("knowledge:desk"), name="desk", icon_name="desktop", order=50)


class DeskPanel(Component):
    """The first thing that somebody who may use the desk sees after logging in."""

    order = 50
    template_name = "knowledge/desk/panel.html"


def panel(request: HttpRequest, panels: list[Component]) -> None:
    """``construct_homepage_panels``."""
    if request.user.has_perm(PERMISSION):
        panels.append(DeskPanel())


def permissions() -> QuerySet[Permission]:
    """``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="knowledge", codename="use_desk")
