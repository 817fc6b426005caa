"""What Wagtail tells of items is written into the record."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.models import Page, WorkflowState
from wagtail.signals import (
    page_published,
    page_unpublished,
    post_page_move,
    workflow_cancelled,
    workflow_rejected,
)

from guides.codes import ChangeKind, ItemStatus
from guides.models import GuidePage, Withdrawal

from .recording import is_restricted, note_end, record


def on_published(sender: type[Page], instance: Page, revision: Any = None, **_kwargs: Any) -> None:
    """Wagtail says so, too, of what was only given a time to be published at: that is not live yet."""
    if isinstance(instance, GuidePage) and instance.live:
        record(instance, revision)


def on_unpublished(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, GuidePage):
        note_end(instance.pk, ChangeKind.UNPUBLISHED)


def on_moved(sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **_kwargs: Any) -> None:
    if sender is GuidePage and url_path_before != url_path_after:
        page = GuidePage.objects.get(pk=instance.pk)
        if page.live:
            record(page, page.live_revision, ChangeKind.MOVED)


def before_deleting(sender: type[GuidePage], instance: GuidePage, **_kwargs: Any) -> None:
    note_end(instance.pk, ChangeKind.DELETED, is_restricted(instance))


def on_refused(sender: type[WorkflowState], instance: WorkflowState, **_kwargs: Any) -> None:
    """What a reviewer did not approve must not turn up when the item is cancelled one day for another reason."""
    page = instance.content_object
    if isinstance(page, Page):  # as a plain one
        Withdrawal.objects.filter(guide=page.pk).exclude(guide__status=ItemStatus.CANCELLED).delete()


def connect() -> None:
    """Listen from now on."""
    page_published.connect(on_published, dispatch_uid="guides.record.published")
    page_unpublished.connect(on_unpublished, dispatch_uid="guides.record.unpublished")
    post_page_move.connect(on_moved, dispatch_uid="guides.record.moved")
    workflow_rejected.connect(on_refused, dispatch_uid="guides.record.refused")
    workflow_cancelled.connect(on_refused, dispatch_uid="guides.record.cancelled")
    pre_delete.connect(before_deleting, sender=GuidePage, dispatch_uid="guides.record.deleted")
