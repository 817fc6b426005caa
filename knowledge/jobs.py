"""What the knowledge base does again and again."""

from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.db.models import Q
from django.utils import timezone

from knowledge import openings
from knowledge.consultations import deeds
from knowledge.consultations.mailing import remind_all
from knowledge.gaps.gathering import gather
from knowledge.models import Consultation, UnansweredQuestion
from knowledge.models.consultations import OPEN
from knowledge.overview import trend
from knowledge.search import log
from knowledge.tasks.periodic import daily

KEPT_DAYS = 1  # of tasks that went well
FAILURES_KEPT_DAYS = 30


@daily
def prune_finished_tasks() -> None:
    """Forget tasks that are done. Failures stay longer, for those who look for their cause."""
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=KEPT_DAYS,
        failed_min_age_days=FAILURES_KEPT_DAYS,
        verbosity=0,
    )


@daily
def prune_search_log() -> None:
    """Forget what was searched for long ago."""
    log.prune(timezone.localdate())


@daily
def sum_up_openings() -> None:
    """See which pages are read most, and forget what is old."""
    openings.roll_up(timezone.localdate())


@daily
def keep_figures() -> None:
    """Keep the figures of the overview, for their trend."""
    trend.keep(timezone.localdate())


@daily
def prune_unanswered_questions() -> None:
    """They are kept as long as searches."""
    last = timezone.localdate() - timedelta(days=settings.SEARCH_LOG_DAYS)
    UnansweredQuestion.objects.filter(day__lt=last).delete()


@daily
def remove_contacts() -> None:
    """Forget how to reach people whose questions were answered, or withdrawn, so long ago."""
    before = timezone.now() - timedelta(days=settings.CONTACT_DAYS)
    closed = Consultation.objects.exclude(contact="").exclude(state__in=OPEN)
    deeds.remove_contacts(closed.filter(Q(answered_at__lt=before) | Q(answered_at=None, asked_at__lt=before)))


@daily
def remind_of_overdue_questions() -> None:
    """Tell those who should have answered."""
    remind_all()


@daily
def gather_gaps() -> None:
    """See what is missing."""
    gather()
