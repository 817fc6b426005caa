"""Ending an item (取消、合并、下放、划转): it leaves lists and search, and its page says why and where to go."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guides.codes import ChangeKind, ItemStatus
from guides.models import GuidePage, Withdrawal

from .recording import record


class NotWithdrawnError(Exception):
    """The item cannot be ended now; the message says why, and what to do."""


def refusal(guide: GuidePage) -> str:
    """Why an item cannot be ended now; empty where it can."""
    if not guide.live:
        return _("This item is not published: there is nothing to end.")
    if guide.has_unpublished_changes:
        return _("This item has unpublished changes. Publish them, or take them back, then try again.")
    return ""


@transaction.atomic
def withdraw(withdrawal: Withdrawal, user: Any) -> None:
    """Store why the item ended and publish it as cancelled; an item that has ended already gets the new words.

    Raises ``NotWithdrawnError``.
    """
    guide: GuidePage = GuidePage.objects.select_for_update().get(pk=withdrawal.guide_id)
    if why := refusal(guide):
        raise NotWithdrawnError(why)
    withdrawal.save()
    if guide.status == ItemStatus.CANCELLED:
        record(guide, guide.live_revision, ChangeKind(withdrawal.kind))
        return
    _publish(guide, ItemStatus.CANCELLED, user)


@transaction.atomic
def restore(guide: GuidePage, user: Any) -> None:
    """Offer an item again. Raises ``NotWithdrawnError``."""
    if why := refusal(guide):
        raise NotWithdrawnError(why)
    _publish(guide, ItemStatus.IN_USE, user)


def _publish(guide: GuidePage, status: ItemStatus, user: Any) -> None:
    draft = guide.get_latest_revision_as_object() if guide.latest_revision_id else guide
    draft.status = status
    draft.save_revision(user=user, log_action=True, clean=False).publish(user=user)
