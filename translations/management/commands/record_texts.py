"""Record what is known of the texts of pages that were published before it was kept, or before a language was added."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from translations.freshness.recording import record
from translations.languages import other_languages
from translations.models import TranslatedPage, TranslatedText


class Command(BaseCommand):
    help = "Take the translations of published pages of which nothing is recorded as made from their present Chinese."

    def handle(self, **options: Any) -> None:
        for language in other_languages():
            known = TranslatedText.objects.filter(language=language).values("page")
            count = 0
            for page in Page.objects.live().exclude(pk__in=known).specific().iterator(chunk_size=100):
                if isinstance(page, TranslatedPage):
                    record(page, languages=[language])
                    count += 1
            self.stdout.write(f"{language}: {count} pages recorded.")
