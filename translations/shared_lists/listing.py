"""What there is to translate in the shared lists: a list in the admin."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn

from translations.freshness.to_do import TranslationFilterSet, TranslationsView
from translations.models import SharedText


class SharedTextFilterSet(TranslationFilterSet):
    class Meta(TranslationFilterSet.Meta):
        model: Any = SharedText


def _entry(text: SharedText) -> str:
    model = text.place.model
    found = model._default_manager.filter(pk=text.object_id).first() if model else None
    return str(found or text.source)


def _desk(text: SharedText) -> str:
    return reverse("translations:shared_entry", args=[text.content_type_id, text.object_id, text.language])


class SharedListsView(TranslationsView):
    """The texts of topics, districts, service points and other lists that are in one state."""

    index_url_name = "translations:shared"
    index_results_url_name = "translations:shared_results"
    page_title = _("Translations of shared lists")
    model: Any = SharedText
    filterset_class = SharedTextFilterSet
    columns = [
        TitleColumn("entry", label=_("Entry"), accessor=_entry, get_url=_desk),
        *(column for column in TranslationsView.columns[1:] if column.name != "read"),
    ]
    list_export = ["field", "language", "source", "target", "made_from", "significance", "outdated_on"]
    header_buttons: list[Any] = []

    def get_base_queryset(self) -> Any:
        return SharedText.objects.select_related("content_type")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "outdated_on", "content_type", "object_id", "pk")
