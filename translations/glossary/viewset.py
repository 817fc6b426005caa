"""Editing the glossary."""

from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from translations.models import GlossaryTerm


class GlossaryViewSet(SnippetViewSet):
    """A list with search, a filter by domain, and a table to download."""

    model = GlossaryTerm
    icon = "openquote"
    list_display = ["term", "rendering", "domain", "note"]
    list_filter = ["domain", "language"]
    list_export = ["term", "language", "rendering", "forbidden", "note", "domain", "origin"]
    search_fields = ["term", "rendering", "note"]
    add_to_admin_menu = True
    menu_order = 410
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("term", "language", "rendering", "forbidden", "note", "domain", "origin")]
    )
