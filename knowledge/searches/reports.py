"""The three reports: what is searched for most, what nothing is found for, and what is found and never opened."""

from datetime import timedelta
from typing import Any, ClassVar

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button

from knowledge.models import SearchLogEntry

from .actions import actions
from .places import SearchesView, address

Row = dict[str, Any]  # query, language, asked, opened, last_day, found
PERIODS = (
    ("7", _("7 days")),
    ("30", _("30 days")),
    ("90", _("90 days")),
    ("365", _("365 days")),
)
USUAL_PERIOD = "30"


class SearchFilterSet(WagtailFilterSet):
    """Which days, which language."""

    days = django_filters.ChoiceFilter(
        label=_("Period"), choices=PERIODS, initial=USUAL_PERIOD, empty_label=None, method="within"
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=settings.LANGUAGES, empty_label=_("All languages")
    )

    class Meta:
        model = SearchLogEntry
        fields: ClassVar[list[str]] = []

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        data = data.copy()
        data.setdefault("days", USUAL_PERIOD)
        super().__init__(data, *args, **kwargs)

    def within(self, rows: QuerySet[SearchLogEntry], _name: str, days: str) -> QuerySet[SearchLogEntry]:
        """The rows of the last so many days, today among them."""
        return rows.filter(day__gt=timezone.localdate() - timedelta(days=int(days)))


class QueryColumn(ButtonsColumnMixin, TitleColumn):
    """The query, a link to what it finds, with what can be done about it."""

    def get_link_url(self, instance: Row, parent_context: Any) -> str:
        return address("query", instance["query"], instance["language"])

    def get_buttons(self, instance: Row, parent_context: Any) -> list[Button]:
        ways = actions(parent_context["request"].user, instance["query"], instance["language"])
        return [Button(way.label, url=way.url, priority=number) for number, way in enumerate(ways)]


def _language(row: Row) -> str:
    return str(dict(settings.LANGUAGES).get(row["language"], row["language"]))


def _last_day(row: Row) -> str:
    return date_format(row["last_day"])


class SearchReport(SearchesView, ReportView):
    """Base of the reports. ``show`` says which queries are in it."""

    template_name = "knowledge/searches/report.html"
    page_title = _("Searches")
    header_icon = "search"
    name: str
    explanation: Any
    is_searchable = True
    search_fields = ["query"]
    filterset_class = SearchFilterSet
    default_ordering = "-asked"
    verbose_name_plural = _("searches")
    columns = [
        QueryColumn("query", label=_("Searched for"), sort_key="query"),
        Column("language", label=_("Language"), accessor=_language),
        NumberColumn("asked", label=_("Times searched for"), sort_key="asked"),
        NumberColumn("found", label=_("Number of results"), sort_key="found"),
        NumberColumn("opened", label=_("Results opened"), sort_key="opened"),
        Column("last_day", label=_("Last searched for"), accessor=_last_day, sort_key="last_day"),
    ]
    list_export = ["query", "language", "asked", "found", "opened", "last_day"]
    export_headings = {column.name: column.label for column in columns}

    def show(self, rows: Any) -> Any:
        """The rows of this report."""
        return rows

    def get_base_queryset(self) -> Any:
        return self.show(SearchLogEntry.objects.by_query())

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "query", "language")

    def get_filename(self) -> str:
        return f"searches-{self.name.replace('_', '-')}"

    def get_page_subtitle(self) -> str:
        return str(TITLES[self.name])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        reports = [
            {"label": title, "url": reverse(f"searches:{name}"), "is_current": name == self.name}
            for name, title in TITLES.items()
        ]
        return super().get_context_data(*args, reports=reports, explanation=self.explanation, **kwargs)


TITLES = {
    "most_searched": _("Most searched"),
    "nothing_found": _("Nothing found"),
    "never_clicked": _("Never opened"),
}


class MostSearched(SearchReport):
    """Everything, the most frequent first."""

    name = "most_searched"
    index_url_name = "searches:most_searched"
    index_results_url_name = "searches:most_searched_results"
    explanation = _("What readers search for. A search is opened to see what it finds now.")


class NothingFound(SearchReport):
    """What found nothing the last time that somebody asked."""

    name = "nothing_found"
    index_url_name = "searches:nothing_found"
    index_results_url_name = "searches:nothing_found_results"
    explanation = _(
        "Nothing was found the last time. An everyday name says that one item is meant; a synonym, that the words mean "
        "the same as official ones wherever they stand."
    )

    def show(self, rows: Any) -> Any:
        return rows.filter(found=0)


class NeverClicked(SearchReport):
    """What found something that nobody opened."""

    name = "never_clicked"
    index_url_name = "searches:never_clicked"
    index_results_url_name = "searches:never_clicked_results"
    explanation = _(
        "Something was found, but nobody opened any of it: perhaps what was meant is missing or too far down."
    )

    def show(self, rows: Any) -> Any:
        return rows.filter(found__gt=0, opened=0)
