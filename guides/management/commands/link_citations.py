"""Link the legal bases of all items to the registry of statutes."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from guides.models import LegalBasis
from guides.statutes.linking import link_all


class Command(BaseCommand):
    help = (
        "Find the statutes and articles that the legal bases of items mean. What may mean several statutes is listed "
        "with them and linked to none. A second run changes nothing."
    )

    def handle(self, **options: Any) -> None:
        with tqdm(total=LegalBasis.objects.count(), unit="basis", disable=None) as bar:
            report = link_all(bar.update)
        self.stdout.write(_("Linked: %(linked)d; changed: %(changed)d") % vars(report))
        for title, (count, candidates) in sorted(report.ambiguous.items()):
            self.stdout.write(_("Ambiguous: 《%(title)s》 (%(count)d)") % {"title": title, "count": count})
            for candidate in candidates:
                self.stdout.write(f"    {candidate}")
        for title, count in sorted(report.unknown.items(), key=lambda pair: (-pair[1], pair[0])):
            self.stdout.write(_("Not in the registry: 《%(title)s》 (%(count)d)") % {"title": title, "count": count})
