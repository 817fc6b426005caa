"""Build the public search index anew, beside the live one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from knowledge.search import rebuilding
from knowledge.search.places import Busy


class Command(BaseCommand):
    help = (
        "Build the public search index anew and put it in the place of the live one in one step. Readers search the "
        "old one until then; changes made meanwhile are in the new one. (Wagtail's own search, in the admin, has "
        "wagtail_update_index.)"
    )

    def handle(self, **options: Any) -> None:
        quiet = options["verbosity"] == 0 or None  # None: quiet where standard error is not a terminal
        with tqdm(total=rebuilding.expected_documents(), unit="page", disable=quiet) as bar:
            try:
                count = rebuilding.rebuild(progress=bar.update, wait=False)
            except Busy as busy:
                raise CommandError("Another rebuild of the search index is under way; nothing was done.") from busy
        if options["verbosity"]:
            self.stdout.write(f"{count} pages indexed.")
