"""Look at all published items: what is wrong, what could be better, and their scores."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Avg
from django.utils.translation import gettext as _
from tqdm import tqdm

from guides.lint import keeping
from guides.models import ItemQuality


class Command(BaseCommand):
    help = (
        "Look at the published items and keep what is found and their scores. Publishing does that for one item, and a "
        "daily job for all; this is for after an update, or when somebody wants it now."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help="only at items that nobody has looked at yet")
        parser.add_argument("--links", action="store_true", help="try their addresses first (needs CHECK_LINKS)")

    def handle(self, *, missing: bool, links: bool, **options: Any) -> None:
        if links:
            self.stdout.write(_("%(count)d addresses tried.") % {"count": keeping.check_links()})
        items = keeping.looked_at()
        if missing:
            items = items.filter(quality=None)
        keys = list(items.values_list("pk", flat=True))
        with tqdm(total=len(keys), unit="item", disable=None) as bar:
            count = keeping.look(keys, progress=bar.update) if missing else keeping.look_at_all(bar.update)
        mean = ItemQuality.objects.aggregate(mean=Avg("score"))["mean"]
        said = _("%(count)d items looked at; the score of the hall is %(score).1f.")
        self.stdout.write(said % {"count": count, "score": mean or 0})
