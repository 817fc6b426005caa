"""The overview in the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_denied

from knowledge.charts import Bar, line
from knowledge.figures import as_csv
from translations.admin_page import AdminPage
from translations.wording import long_date

from .registry import Counts, Figure, Label, duties_of, figures
from .scope import Scope, scope_of
from .trend import measure, trends


@dataclass(frozen=True)
class Cell:
    """A number that leads to its list; ``share`` in per cent where it is a part of another one."""

    number: int
    address: str
    share: int | None
    is_debt: bool


@dataclass(frozen=True)
class Row:
    """A figure with its trend; ``group`` is what it is about."""

    figure: Figure
    group: Label
    cell: Cell
    trend: SafeString


@dataclass(frozen=True)
class Comparison:
    """A department with every figure."""

    title: str
    cells: list[Cell]


class OverviewView(AdminPage):
    """``?format=csv`` for the figures alone."""

    template_name = "knowledge/overview/page.html"
    page_title = gettext_lazy("Overview")
    header_icon = "view"
    scope: Scope

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.scope = scope_of(request.user)
        if not self.scope.departments:
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("format") == "csv":
            return as_csv("overview", self._charts())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown, measured = self._shown(), measure()
        kept = trends(self.scope, timezone.localdate())
        return super().get_context_data(
            rows=[self._row(figure, measured, kept.get(figure.key, [])) for figure in shown],
            figures=shown,
            departments=list(self._comparison(shown, measured)) if len(self.scope.departments) > 1 else [],
            duties=duties_of(self.request.user),
            **kwargs,
        )

    def _shown(self) -> list[Figure]:
        user = self.request.user
        return [figure for figure in figures() if not figure.permission or user.has_perm(figure.permission)]

    def _row(self, figure: Figure, measured: dict[str, Counts], kept: list[tuple[Any, int]]) -> Row:
        whole = self.scope.total(measured[figure.out_of]) if figure.out_of else None
        cell = _cell(figure, None, self.scope.total(measured[figure.key]), whole)
        points = [Bar(long_date(week), number) for week, number in kept]
        return Row(figure, figure.group, cell, line(str(figure.label), points))

    def _comparison(self, shown: list[Figure], measured: dict[str, Counts]) -> Iterator[Comparison]:
        for key, title in self.scope.departments.items():
            cells = []
            for figure in shown:
                whole = measured[figure.out_of].get(key, 0) if figure.out_of else None
                cells.append(_cell(figure, key, measured[figure.key].get(key, 0), whole))
            yield Comparison(title, cells)

    def _charts(self) -> Iterator[tuple[str, list[Bar]]]:
        """The figures by department, as a file."""
        measured = measure()
        for figure in self._shown():
            counts = measured[figure.key]
            bars = [Bar(title, counts.get(key, 0)) for key, title in self.scope.departments.items()]
            yield str(figure.label), [*bars, Bar(_("Altogether"), self.scope.total(counts))]


def _cell(figure: Figure, department: int | None, number: int, whole: int | None) -> Cell:
    share = round(100 * number / whole) if whole else None
    return Cell(number, figure.address(department), share, figure.is_debt)
