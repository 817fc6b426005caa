"""Record what is known of the texts of pages that were published before it was kept."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from translations.freshness.recording import record
from translations.models import TranslatedPage, TranslatedText


class Command(BaseCommand):
    help = "Take the translations of published pages of which nothing is recorded as made from their present Chinese."

    def handle(self, **options: Any) -> None:
        known = TranslatedText.objects.values("page")
        count = 0
        for page in Page.objects.live().exclude(pk__in=known).specific().iterator(chunk_size=100):
            if isinstance(page, TranslatedPage):
                record(page)
                count += 1
        self.stdout.write(f"{count} pages recorded.")
