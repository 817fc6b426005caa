"""What service items need again and again."""

from django.utils import timezone

from knowledge.tasks.periodic import daily
from translations.freshness.counting import keep_today


@daily
def count_translations() -> None:
    """Keep how far translations have come, for the trend."""
    keep_today(timezone.localdate())
