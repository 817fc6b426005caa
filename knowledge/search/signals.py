"""Which events change what can be found."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from knowledge.models import DepartmentPage

from .indexing import page_changed, tree_changed


def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """The pages below a department carry its name."""
    if isinstance(instance, DepartmentPage):
        tree_changed(instance)
    else:
        page_changed(instance)


def on_gone(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Unpublished or deleted. Pages below that go with it have events of their own."""
    if isinstance(instance, Page):
        page_changed(instance)


def on_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Below another department, or below a page that not everybody may read."""
    tree_changed(instance)


def on_restricted(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page, and all below it, is for some readers only, or for all again."""
    tree_changed(instance.page)


def connect() -> None:
    for signal, receiver in (
        (page_published, on_published),
        (page_unpublished, on_gone),
        (post_delete, on_gone),
        (post_page_move, on_moved),
    ):
        signal.connect(receiver, dispatch_uid=f"knowledge.search.{receiver.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(on_restricted, sender=PageViewRestriction, dispatch_uid="knowledge.search.on_restricted")
