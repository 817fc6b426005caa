"""Where the registry is in the admin: the work list with its number, suggestions for editors, names of statutes."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from guides.models import Statute
from translations.languages import column, columns, default_language
from translations.panels import both

from .access import may_work
from .suggesting import suggest
from .worklist import FlagView, IndexView


class LegalFlagsViewSet(ViewSet):
    """``/admin/legal-flags/``"""

    name = "legal_flags"
    url_prefix = "legal-flags"
    icon = "warning"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("<int:key>/", FlagView.as_view(), name="flag"),
            path("suggest/", suggest, name="suggest"),
        ]


class FlagsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_work(request.user)


def menu_item() -> MenuItem:
    """``register_admin_menu_item``."""
    label = _("Changes of the law")
    return FlagsMenuItem(label, reverse("legal_flags:index"), name="legal-flags", icon_name="warning", order=72)


class OnlyChanged(ModelPermissionPolicy):
    """Statutes are imported: nobody adds or deletes one by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class StatuteViewSet(SnippetViewSet):
    """What the registry cannot read from the texts: titles in other languages, abbreviations."""

    model = Statute
    icon = "doc-full"
    menu_label = _("Statutes")
    list_display = [*columns("title"), "kind", "repealed_on"]
    list_filter = ["kind"]
    search_fields = [*columns("title"), "abbreviations"]
    copy_view_enabled = False
    permission_policy = OnlyChanged(Statute)
    edit_handler = ObjectList(
        [
            FieldPanel(column("title", default_language()), read_only=True),
            *both("title")[1:],
            FieldPanel("abbreviations"),
            FieldPanel("kind"),
            *both("issuing_body"),
        ]
    )
