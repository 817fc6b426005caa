"""What is published is looked at; what is public no more has no score."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from guides.models import GuidePage, ItemQuality

from .keeping import look_again


def on_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """A worker looks soon, at many at once when many were published."""
    if isinstance(instance, GuidePage):
        look_again.enqueue([instance.pk])


def on_unpublished(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """At once: Wagtail says so in the middle of deleting a page, too, when nothing new may refer to it."""
    if isinstance(instance, GuidePage):
        ItemQuality.objects.filter(page=instance.pk).delete()


def connect() -> None:
    """Listen from now on."""
    page_published.connect(on_published, dispatch_uid="guides.lint.published")
    page_unpublished.connect(on_unpublished, dispatch_uid="guides.lint.unpublished")
