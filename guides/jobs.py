"""What service items need again and again."""

from django.utils import timezone

from guides.lint import keeping
from knowledge.tasks.periodic import daily
from translations.freshness.counting import keep_today


@daily
def count_translations() -> None:
    """Keep how far translations have come, for the trend."""
    keep_today(timezone.localdate())


@daily
def look_at_all_items() -> None:
    """Their addresses, where that is wanted, their files, and everything else that the rules see."""
    keeping.check_links()
    keeping.look_at_all()
