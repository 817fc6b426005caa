"""When something is saved or published, what is known of its texts is kept up to date."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from translations.models import TranslatedPage

from .recording import record, remember


def before_saving(sender: type[Revision], instance: Revision, **_kwargs: Any) -> None:
    """A version that is saved over itself, as while somebody types, still has what it was before."""
    stored = Revision.objects.filter(pk=instance.pk).values_list("content", flat=True)
    instance.content_before = stored.first() if instance.pk else None


def on_saved(sender: type[Revision], instance: Revision, created: bool, **_kwargs: Any) -> None:
    if created or instance.content_before != instance.content:
        remember(instance, instance.content_before)


def on_published(sender: type[Page], instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    if isinstance(instance, TranslatedPage):
        record(instance, revision)


def connect() -> None:
    """Listen from now on."""
    pre_save.connect(before_saving, sender=Revision, dispatch_uid="translations.freshness.before")
    post_save.connect(on_saved, sender=Revision, dispatch_uid="translations.freshness")
    page_published.connect(on_published, dispatch_uid="translations.freshness")
