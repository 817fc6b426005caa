"""What the knowledge base counts, and what it asks of somebody: questions, gaps, answers, searches."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .codes import GapState
from .consultations.access import PERMISSION as ANSWERING
from .consultations.access import consultations_of
from .gaps.views import PERMISSION as GAPS
from .gaps.views import gaps_of
from .models import AnswerPage, Consultation, Gap, SearchLogEntry
from .overview.registry import Counts, Duty, Figure, leads_to, register_duties, register_figures
from .overview.scope import by_department
from .searches.places import PERMISSION as SEARCHES

SEARCHED_WITHIN = timedelta(days=30)
QUESTIONS, ANSWERS, SEARCH = _("Questions of readers"), _("Answers"), _("Search")


def _of_departments(rows: QuerySet[Any]) -> Counts:
    return dict(rows.order_by().values_list("department").annotate(number=Count("pk")))


def _searched_in_vain() -> Counts:
    since = timezone.localdate() - SEARCHED_WITHIN
    rows = SearchLogEntry.objects.filter(hits=0, day__gt=since).order_by()
    return {None: rows.values("query", "language").distinct().count()}


def answers_to_review() -> QuerySet[AnswerPage]:
    """Published answers whose day has come."""
    return AnswerPage.objects.live().filter(review_by__lt=timezone.localdate())


register_figures(
    Figure(
        "questions_open",
        _("Waiting for a reply"),
        lambda: _of_departments(Consultation.objects.open()),
        leads_to("consultations:index", ""),
        QUESTIONS,
        ANSWERING,
    ),
    Figure(
        "questions_overdue",
        _("Overdue"),
        lambda: _of_departments(Consultation.objects.overdue()),
        leads_to("consultations:index", "", show="overdue"),
        QUESTIONS,
        ANSWERING,
    ),
    Figure(
        "gaps_open",
        pgettext_lazy("gaps", "Open gaps"),
        lambda: _of_departments(Gap.objects.filter(state=GapState.OPEN)),
        leads_to("gaps:index", ""),
        QUESTIONS,
        GAPS,
    ),
    Figure(
        "answers_published",
        _("Published answers"),
        lambda: by_department(AnswerPage.objects.live()),
        leads_to("answers:index"),
        ANSWERS,
        is_debt=False,
    ),
    Figure(
        "answers_to_review",
        _("Answers to look at again"),
        lambda: by_department(answers_to_review()),
        leads_to("answers:index", due="on"),
        ANSWERS,
        out_of="answers_published",
    ),
    Figure(
        "searched_in_vain",
        _("Searched for in vain in the last 30 days"),
        _searched_in_vain,
        leads_to("searches:nothing_found", ""),
        SEARCH,
        SEARCHES,
    ),
)


@register_duties
def duties(user: Any) -> Iterator[Duty]:
    """Questions and gaps that wait for somebody."""
    mine, today = consultations_of(user), timezone.localdate()
    overdue = mine.overdue().count()
    late = reverse("consultations:index") + "?show=overdue"
    yield Duty(_("questions of readers are overdue"), overdue, late, is_late=True)
    waiting = mine.open().count() - overdue
    yield Duty(_("questions of readers wait for a reply"), waiting, reverse("consultations:index"))
    assigned = gaps_of(user).filter(state=GapState.OPEN, assigned_to=user)
    gone = assigned.filter(due_on__lt=today).count()
    yield Duty(_("of my gaps are late"), gone, reverse("gaps:index") + "?show=late", is_late=True)
    yield Duty(_("gaps are mine to close"), assigned.count() - gone, reverse("gaps:index") + "?show=mine")
