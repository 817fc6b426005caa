"""What service items need again and again."""

from django.utils import timezone

from guides.statutes.watch import flag_repealed
from knowledge.tasks.periodic import daily
from translations.freshness.counting import keep_today


@daily
def count_translations() -> None:
    """Keep how far translations have come, for the trend."""
    keep_today(timezone.localdate())


@daily
def flag_what_rests_on_repealed_statutes() -> None:
    """Pages may have come to cite one since the last import of statutes."""
    flag_repealed()
