"""Nobody publishes what they wrote. Said once, for every way on which a page of a department goes public.

Who wrote a version are all who changed something since what readers have. Somebody who only commented, set a date, gave
a reason, or saved without a change wrote nothing. A command without a person may publish everything.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState

from .content import said


class OwnTextError(PermissionDenied):
    """Somebody wanted to publish their own words. The message is for them; what they wrote stays as a draft."""

    def __init__(self) -> None:
        super().__init__(refusal())


def refusal() -> str:
    return _(
        "Not published: you wrote or submitted this version yourself. It is kept as a draft; "
        "somebody else has to review and publish it."
    )


def authors(revision: Revision) -> frozenset[int]:
    """Keys of the users who changed something between what readers have and this version."""
    versions = Revision.page_revisions.filter(object_id=revision.object_id, pk__lte=revision.pk).order_by("pk")
    base = _published(revision.object_id)
    before = said(base.content) if base else None
    if base and said(versions.values_list("content", flat=True).get(pk=revision.pk)) == before:
        return frozenset()
    found = set()
    later = versions.filter(pk__gt=base.pk) if base else versions
    for user, content in later.values_list("user", "content"):
        now = said(content)
        if user is not None and now != before:
            found.add(user)
        before = now
    return frozenset(found)


def _published(key: str) -> Revision | None:
    """The version that readers have, or had before the page was taken from them."""
    page = Page.objects.only("live_revision").get(pk=key)
    of_page = Revision.page_revisions.filter(object_id=key)
    if page.live_revision_id:
        return of_page.filter(pk=page.live_revision_id).first()
    last = PageLogEntry.objects.filter(page=key, action="wagtail.publish").exclude(revision=None).order_by("-timestamp")
    return of_page.filter(pk__in=last.values("revision")[:1]).first()


def may_publish(user: Any, revision: Revision) -> bool:
    """Was it written, and submitted for review, by others? What somebody may do at all is not asked here."""
    if user is None:
        return True
    own = Revision.page_revisions.filter(object_id=revision.object_id, user=user)
    if own.exists() and user.pk in authors(revision):
        return False
    running = WorkflowState.objects.active().filter(
        base_content_type=revision.base_content_type_id, object_id=revision.object_id, requested_by=user
    )
    return not running.exists()


def insist(user: Any, revision: Revision) -> None:
    """Raises ``OwnTextError`` for what is somebody's own."""
    if not may_publish(user, revision):
        raise OwnTextError
