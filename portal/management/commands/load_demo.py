"""Load the demonstration hall into an empty database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from portal.demo import files, hall
from portal.demo.forms import loading


class Command(BaseCommand):
    help = "Load the demonstration hall, with items, accounts and forms. Refuses where there is a hall."

    def handle(self, **options: Any) -> None:
        if not hall.is_empty():
            raise CommandError("There is a hall already; nothing was changed. The demonstration needs an empty one.")
        total = sum(1 for _record in files.guide_records())
        # None: no bar where standard error is not a terminal.
        with tqdm(total=total, unit="item", disable=not options["verbosity"] or None) as bar:
            count = hall.build(progress=bar.update)
        self.stdout.write(f"{count} items published.")
        loading.load_if_wanted(self.stdout.write)
