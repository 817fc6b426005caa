"""Remove old rows of the search log."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from knowledge.search.log import prune


class Command(BaseCommand):
    help = "Remove what readers searched for more than SEARCH_LOG_DAYS days ago."

    def handle(self, **options: Any) -> None:
        removed = prune(timezone.localdate())
        if options["verbosity"]:
            self.stdout.write(f"{removed} rows removed.")
