"""Certifying that what readers have of an item is correct, in the name of a post; taking it back.

It makes no version and no publication: the words stay what they were. It stands in the item's history.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from guides.models import GuidePage
from guides.models.responsibility import CERTIFICATION, POST_LENGTH
from guides.rules.certification import latest_review
from knowledge.review.beside import set_beside

PERMISSION = "knowledge.certify_pages"
CERTIFIED = "guides.certify"
TAKEN_BACK = "guides.certify.undo"


class NotCertifiedError(Exception):
    """Why an item was not certified, for the one who wanted to."""


def may_certify(user: Any, guide: GuidePage) -> bool:
    """Editors of its department and reviewers may, also of what they wrote: it is published already."""
    return bool(user.has_perm(PERMISSION) and guide.permissions_for_user(user).can_edit())


def obstacle(guide: GuidePage) -> str:
    """Why an item cannot be certified by anybody now; empty where it can."""
    if not guide.live:
        return _("Only what readers can see is certified. Publish the item first.")
    if guide.has_unpublished_changes:
        return _("The item has changes that are not published. Have them published, or discard them, and certify then.")
    return ""


@transaction.atomic
def certify(key: int, user: Any, uuid: UUID, post: str = "", review_by: date | None = None) -> GuidePage:
    """Certify an item today: by its responsible post and for a year, unless something else is said.

    ``uuid`` is of the deed, by which it is taken back. Raises ``NotCertifiedError``.
    """
    guide = GuidePage.objects.select_for_update().get(pk=key)
    if not may_certify(user, guide):
        raise NotCertifiedError(_("You may not certify the items of this department."))
    if why := obstacle(guide):
        raise NotCertifiedError(why)
    post = (post or guide.responsible_post_zh_hans or "").strip()[:POST_LENGTH]
    if not post:
        raise NotCertifiedError(_("The item names no responsible post. Say by which post it is certified."))
    today = timezone.localdate()
    latest = latest_review(today)
    if review_by and not today < review_by <= latest:
        raise NotCertifiedError(_("An item is reviewed again within a year of being certified, and not today."))
    new = {"certified_on": today, "certified_by_post": post, "review_by": review_by or latest}
    _set(guide, new, user, CERTIFIED, uuid)
    return guide


@transaction.atomic
def take_back(uuid: UUID, user: Any) -> int:
    """Put back what somebody's own deed has changed; answers for how many items. What changed since stays."""
    done = 0
    for entry in PageLogEntry.objects.filter(uuid=uuid, action=CERTIFIED, user=user):
        guide = GuidePage.objects.select_for_update().filter(pk=entry.page_id).first()
        if guide and stored(guide) == entry.data["after"] and may_certify(user, guide):
            _set(guide, read(entry.data["before"]), user, TAKEN_BACK, uuid4())
            done += 1
    return done


@transaction.atomic
def set_certification(guide: GuidePage, new: Mapping[str, Any], user: Any) -> None:
    """What an official list says of it."""
    _set(guide, new, user, CERTIFIED, uuid4())


@transaction.atomic
def restore_certification(guide: GuidePage, after: Mapping[str, Any], before: Mapping[str, Any], user: Any) -> None:
    """Put back what an import has changed, by the contents of the versions after and before it.

    Unless somebody has certified the item since.
    """
    was, became = ({name: content.get(name) for name in CERTIFICATION} for content in (before, after))
    if was != became and became == stored(guide):
        _set(guide, read(was), user, TAKEN_BACK, uuid4())


def _set(guide: GuidePage, new: Mapping[str, Any], user: Any, action: str, uuid: UUID) -> None:
    before = stored(guide)
    set_beside(guide, **new)
    data = {"before": before, "after": stored(guide)}
    log(instance=guide, action=action, user=user, uuid=uuid, data=data, content_changed=False)


def stored(guide: GuidePage) -> dict[str, str | None]:
    """The certification as JSON has it."""
    values = {name: getattr(guide, name) for name in CERTIFICATION}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def read(data: Mapping[str, str | None]) -> dict[str, Any]:
    """The other way round."""
    days = ((name, data.get(name)) for name in ("certified_on", "review_by"))
    dates = {name: date.fromisoformat(text) if text else None for name, text in days}
    return {**dates, "certified_by_post": data.get("certified_by_post") or ""}
