"""What translators have to do, in the admin: the changes that matter most, on the pages that are read most, first."""

from typing import Any

import django_filters
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from translations.languages import language_choices
from translations.models import TranslatedText

from .notices import label
from .states import State

TIMES_READ = Coalesce("page__reading__times", 0)  # a page that the knowledge base has counted readers of
MOST_DIGITS = 18
LONGEST = 120  # characters of a text in the list


class TranslationFilterSet(WagtailFilterSet):
    """``?state=outdated&language=en&significance=2``; outdated ones where nothing is chosen."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, method="having", initial=State.OUTDATED, empty_label=None
    )
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices)

    class Meta:
        model: Any = TranslatedText
        fields = ["state", "language", "significance"]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        chosen = data.copy() if data is not None else {}
        chosen.setdefault("state", State.OUTDATED)
        super().__init__(chosen, *args, **kwargs)

    def having(self, texts: Any, _name: str, value: str) -> Any:
        return texts.in_state(State(value))


def _place(text: TranslatedText) -> str:
    return label(text.place) if text.place.model else text.field


def _short(name: str) -> Any:
    return lambda text: Truncator(getattr(text, name)).chars(LONGEST)


def _desk(text: TranslatedText) -> str:
    return reverse("translations:desk", args=[text.page_id, text.language])


class TranslationsView(ReportView):
    """The texts in another language that are in one state."""

    index_url_name = "translations:to_do"
    index_results_url_name = "translations:to_do_results"
    page_title = _("Translations")
    header_icon = "globe"
    model: Any = TranslatedText
    filterset_class = TranslationFilterSet
    default_ordering = "-significance"
    columns = [
        TitleColumn("page", label=_("Page"), url_name="translations:desk", get_url=_desk),
        Column("field", label=_("Text"), accessor=_place),
        Column("source", label=_("Chinese"), accessor=_short("source")),
        Column("target", label=_("Translation"), accessor=_short("target")),
        Column(
            "significance",
            label=pgettext_lazy("of a Chinese text", "Change"),
            accessor="get_significance_display",
            sort_key="significance",
        ),
        Column("read", label=_("Times read"), accessor="times_read", sort_key="times_read"),
        Column(
            "outdated_on",
            label=_("Since"),
            accessor=lambda text: date_format(text.outdated_on) if text.outdated_on else "",
            sort_key="outdated_on",
        ),
    ]
    list_export = ["page", "field", "language", "source", "target", "made_from", "significance", "outdated_on"]

    @cached_property
    def above(self) -> Page | None:
        """``?below=<key>``: only pages below this one."""
        key = self.request.GET.get("below", "")
        return Page.objects.filter(pk=key).first() if key.isdecimal() and len(key) < MOST_DIGITS else None

    def get_page_subtitle(self) -> str:
        return self.above.title if self.above else ""

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(_("Shared lists"), reverse("translations:shared"), icon_name="list-ul"),
            HeaderButton(_("Translate elsewhere"), reverse("translations:import"), icon_name="download"),
        ]

    def get_base_queryset(self) -> Any:
        texts = TranslatedText.objects.select_related("page").annotate(times_read=TIMES_READ)
        return texts.filter(page__path__startswith=self.above.path) if self.above else texts

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "-times_read", "outdated_on", "page", "pk")
