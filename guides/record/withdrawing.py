"""Ending an item (取消、合并、下放、划转): it leaves lists and search, and its page says why and where to go.

What a person ends, somebody else has to approve first, as everything that is published; a program ends it at once.
"""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from guides.codes import ChangeKind, ItemStatus
from guides.models import GuidePage, Withdrawal
from guides.responsibility.certifying import PERMISSION

from .recording import record


class NotWithdrawnError(Exception):
    """The item cannot be ended now; the message says why, and what to do."""


def may_end(user: Any, guide: Page) -> bool:
    """Those who answer for the item: its department's editors and reviewers, and no translator."""
    return bool(user.has_perm(PERMISSION) and guide.permissions_for_user(user).can_edit())


def refusal(guide: GuidePage, user: Any) -> str:
    """Why somebody cannot end an item now; empty where they can."""
    if guide.status == ItemStatus.CANCELLED and user and not guide.permissions_for_user(user).can_publish():
        return _("This item has ended. A reviewer can change what its page says of it.")
    if not guide.live:
        return _("This item is not published: there is nothing to end.")
    if guide.has_unpublished_changes:
        return _("This item has unpublished changes. Have them published, or take them back, then try again.")
    return ""


@transaction.atomic
def withdraw(withdrawal: Withdrawal, user: Any) -> bool:
    """Store why the item ends, and submit it as cancelled; an item that has ended already gets the new words.

    Answers whether readers see that now. Raises ``NotWithdrawnError``.
    """
    guide: GuidePage = GuidePage.objects.select_for_update().get(pk=withdrawal.guide_id)
    if why := refusal(guide, user):
        raise NotWithdrawnError(why)
    withdrawal.save()
    if guide.status == ItemStatus.CANCELLED:
        record(guide, guide.live_revision, ChangeKind(withdrawal.kind))
        return True
    return _publish(guide, ItemStatus.CANCELLED, user)


@transaction.atomic
def restore(guide: GuidePage, user: Any) -> bool:
    """Offer an item again, as ``withdraw`` ends it. Raises ``NotWithdrawnError``."""
    if why := refusal(guide, user):
        raise NotWithdrawnError(why)
    return _publish(guide, ItemStatus.IN_USE, user)


def _publish(guide: GuidePage, status: ItemStatus, user: Any) -> bool:
    draft = guide.get_latest_revision_as_object() if guide.latest_revision_id else guide
    draft.status = status
    revision = draft.save_revision(user=user, log_action=True, clean=False)
    if user is None:
        revision.publish()
        return True
    if workflow := draft.get_workflow():
        workflow.start(draft, user)
    return False
