"""What the knowledge base does again and again."""

from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from knowledge.models import UnansweredQuestion
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
def prune_unanswered_questions() -> None:
    """They are kept as long as searches."""
    last = timezone.localdate() - timedelta(days=settings.SEARCH_LOG_DAYS)
    UnansweredQuestion.objects.filter(day__lt=last).delete()
