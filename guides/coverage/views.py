"""The report of how far translations have come."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from knowledge.charts import Bar, bars
from knowledge.figures import as_csv
from translations.admin_page import AdminPage
from translations.languages import language_choices, other_languages

from . import figures


class CoverageView(AdminPage):
    """``?language=en``; ``?format=csv`` for the figures alone."""

    template_name = "guides/coverage.html"
    page_title = gettext_lazy("Coverage of translations")
    header_icon = "globe"
    trail = [("translations:to_do", gettext_lazy("Translations"))]
    language: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        languages = other_languages()
        asked = request.GET.get("language", "")
        self.language = asked if asked in languages else languages[0]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("format") == "csv":
            return as_csv(f"translations-{self.language}", self._charts(figures.by_page(self.language)))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = figures.by_page(self.language)
        return super().get_context_data(
            charts=[(title, bars(title, rows)) for title, rows in self._charts(pages)],
            whole=figures.whole(pages),
            language=self.language,
            languages=[(code, name, code == self.language) for code, name in language_choices()],
            **kwargs,
        )

    def _charts(self, pages: figures.Tallies) -> list[tuple[str, list[Bar]]]:
        return [
            (_("From week to week"), figures.trend(self.language, timezone.localdate())),
            (_("By department"), figures.by_department(pages)),
            (_("By topic"), figures.by_topic(pages)),
            (_("By applicant"), figures.by_audience(pages)),
            (_("By field: where most is left to do"), figures.by_field(self.language)),
        ]


class CoverageViewSet(ViewSet):
    """``/admin/coverage/``"""

    name = "coverage"
    icon = "globe"

    def get_urlpatterns(self) -> list[Any]:
        return [path("", CoverageView.as_view(), name="index")]


def menu_item() -> MenuItem:
    """``register_reports_menu_item``."""
    words = gettext_lazy("Coverage of translations")
    return MenuItem(words, reverse("coverage:index"), name="coverage", icon_name="globe", order=91)
