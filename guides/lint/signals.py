"""What is published is looked at; what is public no more has no score."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from guides.models import GuidePage

from .keeping import look_again


def on_changed(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """A worker looks soon, at many at once when many were published."""
    if isinstance(instance, GuidePage):
        look_again.enqueue([instance.pk])


def connect() -> None:
    """Listen from now on."""
    page_published.connect(on_changed, dispatch_uid="guides.lint.published")
    page_unpublished.connect(on_changed, dispatch_uid="guides.lint.unpublished")
