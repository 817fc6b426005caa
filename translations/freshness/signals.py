"""When something is saved or published, what is known of its texts is kept up to date."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from translations.models import TranslatedPage

from .recording import record, remember


def on_saved(sender: type[Revision], instance: Revision, created: bool, **_kwargs: Any) -> None:
    if created:
        remember(instance)


def on_published(sender: type[Page], instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    if isinstance(instance, TranslatedPage):
        record(instance, revision)


def connect() -> None:
    """Listen from now on."""
    post_save.connect(on_saved, sender=Revision, dispatch_uid="translations.freshness")
    page_published.connect(on_published, dispatch_uid="translations.freshness")
