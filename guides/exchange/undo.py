"""Taking an import back: what it made is deleted, what it changed returns to the revision before.

A page that somebody edited after the import is left alone and reported.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

from guides.models import GuidePage, ImportedItem, ImportRun
from guides.responsibility.certifying import restore_certification
from knowledge.models import User
from knowledge.search.indexing import bulk_changes


class Undoing(StrEnum):
    """What becomes of a page."""

    DELETE = "delete"
    REVERT = "revert"
    GONE = "gone"  # somebody deleted it already
    EDITED = "edited"  # somebody edited it, or put pages below it, after the import
    LOST = "lost"  # the revision to return to is no more
    APPROVED = "approved"  # a reviewer has published it since


@dataclass
class UndoReport:
    """Codes of pages by what became of them."""

    codes: dict[str, list[str]] = field(default_factory=lambda: {what.value: [] for what in Undoing})

    @property
    def left_alone(self) -> list[str]:
        return [*self.codes[Undoing.EDITED], *self.codes[Undoing.LOST], *self.codes[Undoing.APPROVED]]


def plan_undoing(item: ImportedItem, page: Page | None, user: User | None = None) -> Undoing:
    """What is to be done with one page; ``page`` is its present state.

    What somebody else has approved since is not this ``user``'s to take away.
    """
    if page is None:
        return Undoing.GONE
    if page.latest_revision_id != item.revision_after_id or (item.created and page.numchild):
        return Undoing.EDITED
    if user is not None and page.live and page.live_revision_id == item.revision_after_id:
        return Undoing.APPROVED
    if item.created:
        return Undoing.DELETE
    return Undoing.REVERT if item.revision_before_id else Undoing.LOST


def undo(run: ImportRun, user: User | None, progress: Callable[[int], object] = lambda count: None) -> UndoReport:
    """Undo page by page, the last one first: what is below a department goes before the department."""
    report = UndoReport()
    with bulk_changes():
        for item in run.items.filter(undone=False).select_related("revision_before").order_by("-pk"):
            report.codes[_undo_item(item, user)].append(item.code)
            progress(1)
    return report


def _undo_item(item: ImportedItem, user: User | None) -> Undoing:
    try:
        with transaction.atomic():
            page = Page.objects.select_for_update().filter(pk=item.page_id).first()
            what = plan_undoing(item, page, user)
            if page is not None:
                _undo(what, item, page, user)
            item.undone = True
            item.save(update_fields=["undone"])
    except ValidationError:  # what it was before may not be published any more
        return Undoing.LOST
    return what


def _undo(what: Undoing, item: ImportedItem, page: Page, user: User | None) -> None:
    if what == Undoing.DELETE:
        page.specific.delete(user=user)
    elif what == Undoing.REVERT and item.revision_before:
        _revert(item, page.specific, item.revision_before, user)


def _revert(item: ImportedItem, page: Page, before: Revision, user: User | None) -> None:
    if isinstance(page, GuidePage) and item.revision_after:
        restore_certification(page, item.revision_after.content, before.content, user)
    draft = before.as_object()
    draft.change_weight = draft.change_reason = ""  # they spoke of what was published then
    revision = draft.save_revision(user=user, log_action=True, previous_revision=before, clean=False)
    if item.was_public:
        # What was public before was reviewed then.
        revision.publish(user=user, previous_revision=before, skip_permission_checks=True)
    elif page.live and not item.was_live:
        page.unpublish(user=user)
