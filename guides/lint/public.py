"""The public page: how good the guides of the hall are, department by department."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guides.models import ItemQuality
from knowledge.models import DepartmentPage
from knowledge.public import public
from translations.reading import Reading, read_columns

from .levels import COSTS, Level


@dataclass(frozen=True)
class Share:
    """Items of a department, or of the hall: how many, their mean score, and how many lack nothing required."""

    items: int
    score: float
    complete: int

    @property
    def percent(self) -> int:
        return round(100 * self.complete / self.items) if self.items else 0


def quality(request: HttpRequest) -> HttpResponse:
    """``/quality/``"""
    rows = departments()
    context = {
        "hall_share": whole(),
        "departments": rows,
        "costs": [(level, COSTS[level]) for level in Level],
        "checked": ItemQuality.objects.aggregate(last=Max("checked_at"))["last"],
        "trail": [(_("Quality of the guides"), "")],
    }
    return render(request, "guides/lint/quality.html", context)


def whole() -> Share:
    found = ItemQuality.objects.aggregate(items=Count("pk"), score=Avg("score"), complete=_COMPLETE)
    return Share(found["items"], found["score"] or 0.0, found["complete"])


_COMPLETE = Count("pk", filter=Q(refuse=0))
STEP = DepartmentPage.steplen


def departments() -> list[tuple[Reading, Share]]:
    """Departments that have items, the best first; a department's score is the mean of its items'."""
    scores: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for path, score, refuse in ItemQuality.objects.values_list("page__path", "score", "refuse"):
        scores[path[:-STEP]].append((score, refuse))
    found = public(DepartmentPage).filter(path__in=scores).only(*read_columns(DepartmentPage, ("name", "slug")))
    rows = [(Reading(one), _share(scores[one.path])) for one in found]
    return sorted(rows, key=lambda row: (-row[1].score, row[0].instance.path))


def _share(scores: list[tuple[int, Any]]) -> Share:
    mean = sum(score for score, _refuse in scores) / len(scores)
    return Share(len(scores), mean, sum(not refuse for _score, refuse in scores))
