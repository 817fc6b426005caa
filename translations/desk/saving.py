"""Putting translations into the newest version of a page, so that nobody's work is overwritten unseen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from translations.models import TranslatedPage, Wording
from translations.models.texts import digest

from .spots import Spot, find

SAME_SITTING = timedelta(hours=1)  # what one person saves within it is one version in the history


class NotSavedError(Exception):
    """Why a text was not saved, for the one who wrote it."""


def page_with(key: int, lock: bool = False) -> TranslatedPage | None:
    """The page with this key, if it has texts in two languages."""
    found = (Page.objects.select_for_update() if lock else Page.objects).filter(pk=key).first()
    specific = found.specific if found else None
    return specific if isinstance(specific, TranslatedPage) else None


def refusal(page: TranslatedPage, user: Any) -> str:
    """Why somebody may not write into this page; empty where they may."""
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit():
        return _("You may not edit this page.")
    if permissions.page_locked():
        return _("The page is locked. Whoever locked it, or a reviewer, can unlock it.")
    return ""


def insist(page: TranslatedPage, user: Any) -> None:
    """Raises ``NotSavedError`` where somebody may not write into this page."""
    if why := refusal(page, user):
        raise NotSavedError(why)


def locked(key: int) -> TranslatedPage:
    """The page with this key, for this transaction alone. Raises ``NotSavedError``."""
    page = page_with(key, lock=True)
    if page is None:
        raise NotSavedError(_("The page is no longer there."))
    return page


@transaction.atomic
def changed(key: int, user: Any, change: Callable[[Any], bool]) -> None:
    """Let ``change`` work on the newest version of a page; it answers whether there is anything to save.

    Raises ``NotSavedError``.
    """
    page = locked(key)
    insist(page, user)
    draft = page.get_latest_revision_as_object()
    if change(draft):
        draft.save_revision(user=user, log_action=True, clean=False, overwrite_revision=_sitting(page, user))


@dataclass(frozen=True)
class Edit:
    """A translation for the text at an address.

    ``seen`` is the digest of the Chinese and of the translation that its writer had before them.
    """

    address: str
    seen: str
    text: str
    by_machine: bool = False


def save(key: int, user: Any, language: str, edit: Edit) -> None:
    """Store one translation. Raises ``NotSavedError``."""

    def change(draft: Any) -> bool:
        spot = find(draft, edit.address)
        if spot is None:
            raise NotSavedError(_("This text is no longer on the page. Copy what you wrote, and open the page again."))
        _same(spot, language, edit.seen)
        if spot.text(language) == edit.text:
            return False
        spot.write(draft, language, edit.text)
        return True

    changed(key, user, change)
    if edit.by_machine:
        Wording.objects.filter(page=key, language=language, target=edit.text, made_by=user).update(by_machine=True)


def _same(spot: Spot, language: str, seen: str) -> None:
    if digest(spot.source, spot.text(language)) != seen:
        raise NotSavedError(
            _("Somebody else has changed this text meanwhile. Copy what you wrote, and open the page again.")
        )


def _sitting(page: TranslatedPage, user: Any) -> Revision | None:
    """The newest version, if it is nothing but what the same person saved just before."""
    latest = page.latest_revision
    if latest is None or latest.user_id != user.pk or latest.created_at < timezone.now() - SAME_SITTING:
        return None
    is_used = latest.pk == page.live_revision_id or latest.approved_go_live_at or latest.task_states.exists()
    return None if is_used else latest
