"""Where the work on translations is in the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .desk.views import DeskView, PublishView, ReviewView, SaveView, SuggestionsView
from .exchange.views import ExportView, ImportView
from .freshness.to_do import TranslationsView
from .glossary.file_views import GlossaryExportView, GlossaryFilesView
from .glossary.misuse_views import MisusesView
from .languages import language_name, other_languages
from .models import TranslatedPage
from .shared_lists.listing import SharedListsView
from .shared_lists.views import EntryView


class TranslationsViewSet(ViewSet):
    """``/admin/translations/``"""

    name = "translations"
    icon = "globe"

    def get_urlpatterns(self) -> list[Any]:
        page = "<int:key>/<str:language>/"
        return [
            path("", TranslationsView.as_view(), name="to_do"),
            path("results/", TranslationsView.as_view(results_only=True), name="to_do_results"),
            path("export/", ExportView.as_view(), name="export"),
            path("import/", ImportView.as_view(), name="import"),
            path("glossary/", GlossaryFilesView.as_view(), name="glossary"),
            path("glossary/export/", GlossaryExportView.as_view(), name="glossary_export"),
            path("terms/", MisusesView.as_view(), name="terms"),
            path("lists/", SharedListsView.as_view(), name="shared"),
            path("lists/results/", SharedListsView.as_view(results_only=True), name="shared_results"),
            path("lists/<int:kind>/<int:key>/<str:language>/", EntryView.as_view(), name="shared_entry"),
            path(page, DeskView.as_view(), name="desk"),
            path(f"{page}save/", SaveView.as_view(), name="save"),
            path(f"{page}suggestions/", SuggestionsView.as_view(), name="suggestions"),
            path(f"{page}review/", ReviewView.as_view(), name="review"),
            path(f"{page}publish/", PublishView.as_view(), name="publish"),
        ]


def page_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """``register_page_header_buttons``: from a page to its translations."""
    if not issubclass(page.specific_class or Page, TranslatedPage) or not page.permissions_for_user(user).can_edit():
        return
    for number, language in enumerate(other_languages()):
        words = _("Translate into %(language)s") % {"language": language_name(language)}
        address = reverse("translations:desk", args=[page.pk, language])
        yield Button(words, address, icon_name="globe", priority=12 + number)


def menu_item() -> MenuItem:
    """``register_reports_menu_item``."""
    return MenuItem(
        gettext_lazy("Translations"), reverse("translations:to_do"), name="translations", icon_name="globe", order=90
    )
