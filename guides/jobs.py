"""What service items need again and again."""

from datetime import timedelta

from django.utils import timezone

from guides.lint import keeping
from guides.record.issues import publish_last_quarter
from guides.responsibility.mailing import remind_all
from guides.statutes.watch import flag_repealed
from knowledge.tasks.periodic import daily, every
from translations.freshness.counting import keep_today


@daily
def count_translations() -> None:
    """Keep how far translations have come, for the trend."""
    keep_today(timezone.localdate())


@every(timedelta(weeks=1))
def remind_of_items_to_certify() -> None:
    """Tell the editors of each department which of its items are overdue."""
    remind_all()


@daily
def try_addresses_in_items() -> None:
    """Can they still be opened? Only where that is wanted."""
    keeping.check_links()


@daily
def look_at_all_items() -> None:
    """Their files, and everything else that the rules see."""
    keeping.look_at_all()


@daily
def flag_what_rests_on_repealed_statutes() -> None:
    """Pages may have come to cite one since the last import of statutes."""
    flag_repealed()


@daily
def publish_lists_of_items() -> None:
    """When a quarter has ended, publish the lists of items as they stood on its last day."""
    publish_last_quarter(timezone.localdate())
