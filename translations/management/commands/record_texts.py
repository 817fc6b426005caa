"""Record what is known of texts that were published, or saved in a shared list, before it was kept.

Or before a language was added.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import models
from wagtail.models import Page

from translations.freshness.recording import record
from translations.languages import other_languages
from translations.models import SharedText, TranslatedPage, TranslatedText
from translations.shared_lists.recording import record_entry, shared_models


class Command(BaseCommand):
    help = "Take the translations of published pages of which nothing is recorded as made from their present Chinese."

    def handle(self, **options: Any) -> None:
        for language in other_languages():
            pages = _record_pages(language)
            entries = sum(_record_entries(model, language) for model in shared_models())
            self.stdout.write(f"{language}: {pages} pages and {entries} entries of shared lists recorded.")


def _record_pages(language: str) -> int:
    known = TranslatedText.objects.filter(language=language).values("page")
    count = 0
    for page in Page.objects.live().exclude(pk__in=known).specific().iterator(chunk_size=100):
        if isinstance(page, TranslatedPage):
            record(page, languages=[language])
            count += 1
    return count


def _record_entries(model: type[models.Model], language: str) -> int:
    """Those of a shared list of which nothing is known."""
    kind = ContentType.objects.get_for_model(model)
    known = SharedText.objects.filter(content_type=kind, language=language).values("object_id")
    new = list(model._default_manager.exclude(pk__in=known))
    for entry in new:
        record_entry(entry)
    return len(new)
