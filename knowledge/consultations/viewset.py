"""Where the inbox is in the admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from knowledge.models import ReplyTemplate
from translations.languages import columns
from translations.panels import both

from .access import PERMISSION
from .inbox import ConsultationView, FiguresView, IndexView


class ConsultationsViewSet(ViewSet):
    """``/admin/consultations/``"""

    name = "consultations"
    icon = "mail"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("figures/", FiguresView.as_view(), name="figures"),
            path("<int:key>/", ConsultationView.as_view(), name="consultation"),
        ]


class ReplyTemplateViewSet(SnippetViewSet):
    model = ReplyTemplate
    icon = "copy"
    list_display = ["title", "department"]
    list_filter = ["department"]
    search_fields = ["title", *columns("text")]
    edit_handler = ObjectList([FieldPanel("title"), FieldPanel("department"), *both("text")])


class InboxMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))


def menu_item() -> MenuItem:
    """``register_admin_menu_item``."""
    label = gettext_lazy("Questions of readers")
    return InboxMenuItem(label, reverse("consultations:index"), name="consultations", icon_name="mail", order=60)


def permissions() -> QuerySet[Permission]:
    """``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="knowledge", codename="answer_consultations")
