"""What the registry hears of: items that are published, statutes whose names are edited."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.signals import page_published

from guides.models import GuidePage, Statute

from .linking import link_page
from .registry import keep_names


def on_published(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, GuidePage):
        link_page(instance)


def on_saved(sender: type[Any], instance: Statute, **kwargs: Any) -> None:
    keep_names(instance)


def connect() -> None:
    page_published.connect(on_published, sender=GuidePage, dispatch_uid="guides.statutes.published")
    post_save.connect(on_saved, sender=Statute, dispatch_uid="guides.statutes.saved")
