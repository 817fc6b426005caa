"""Editing the glossary."""

from django.forms import Select
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from translations.languages import language_choices
from translations.models import GlossaryTerm

from .entries import FIELDS


class GlossaryIndexView(IndexView):
    """The list, with the way to its files and to the texts that depart from it."""

    @property
    def header_buttons(self) -> list[HeaderButton]:
        files = HeaderButton(_("As a file"), reverse("translations:glossary"), icon_name="download")
        use = HeaderButton(_("Terms in translations"), reverse("translations:terms"), icon_name="openquote")
        return [*super().header_buttons, files, use]


def _panel(name: str) -> FieldPanel:
    """Languages are chosen from those of the hall."""
    return FieldPanel(name, widget=Select(choices=language_choices())) if name == "language" else FieldPanel(name)


class GlossaryViewSet(SnippetViewSet):
    """A list with search, a filter by domain, and a table to download."""

    model = GlossaryTerm
    index_view_class = GlossaryIndexView
    icon = "openquote"
    list_display = ["term", "rendering", "domain", "note"]
    list_filter = ["domain", "language"]
    list_export = list(FIELDS)
    search_fields = ["term", "rendering", "note"]
    add_to_admin_menu = True
    menu_order = 410
    edit_handler = ObjectList([_panel(name) for name in FIELDS])
