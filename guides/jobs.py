"""What service items need again and again."""

from django.utils import timezone

from guides.record.issues import publish_last_quarter
from knowledge.tasks.periodic import daily
from translations.freshness.counting import keep_today


@daily
def count_translations() -> None:
    """Keep how far translations have come, for the trend."""
    keep_today(timezone.localdate())


@daily
def publish_lists_of_items() -> None:
    """When a quarter has ended, publish the lists of items as they stood on its last day."""
    publish_last_quarter(timezone.localdate())
