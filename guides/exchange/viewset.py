"""Where the admin's pages for import and export are, and who finds them in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from . import views


class ExchangeMenuItem(MenuItem):
    """Only for those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(views.PERMISSION))


class ExchangeViewSet(ViewSet):
    """``/admin/exchange/``"""

    name = "exchange"
    icon = "download"
    menu_label = _("Import and export")
    menu_order = 350
    menu_item_class = ExchangeMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", views.IndexView.as_view(), name="index"),
            path("template/", views.TemplateDownloadView.as_view(), name="template"),
            path("export/", views.ExportView.as_view(), name="export"),
            path("<int:pk>/", views.RunView.as_view(), name="run"),
            path("<int:pk>/confirm/", views.ConfirmView.as_view(), name="confirm"),
            path("<int:pk>/cancel/", views.CancelView.as_view(), name="cancel"),
            path("<int:pk>/undo/", views.UndoView.as_view(), name="undo"),
        ]
