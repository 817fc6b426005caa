"""An edit of the fields of a draft: one transaction, which can be undone, and which overwrites nobody else's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.codes import VersionState
from forms_library.field_reviews.field_set import EditError, FieldSet, removed_as_plain
from forms_library.field_reviews.reviews import reviews_as_plain
from forms_library.models import FieldsBefore, FormPage, FormVersion
from knowledge.models import User

from .changes import note, rights_over
from .uploading import storable

STATE = ("fields", "reviews", "fields_removed")
MOST_UNDONE = 30  # edits that can be taken back, one after the other
LOGGED = {"accept", "confirm", "delete", "zone"}  # what matters to whoever asks later who said so

Edit = Callable[[FieldSet], FieldSet]


class ConflictError(EditError):
    """Somebody else has changed the fields in the meantime."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else has changed the fields. Look at what is there now, then do it again."))


@dataclass(frozen=True)
class Hand:
    """Who changes the fields of a version, and which revision of them they see."""

    user: User
    revision: int


def why_read_only(version: FormVersion, edit: bool) -> Promise | None:
    """Why the fields cannot be changed; nothing where they can. ``edit``: may this person edit the form?"""
    if not edit:
        return _("You may not change this form, or somebody else has locked it.")
    if version.state == VersionState.CONFIRMED:
        return _("The version is confirmed. Put it back to draft to change its fields.")
    if version.state != VersionState.DRAFT:
        return _("Readers have had this version. Upload a new one to change its fields.")
    return None


def edit_fields(version: FormVersion, hand: Hand, action: str, edit: Edit) -> None:
    """Raises ``EditError``. An edit that changes nothing leaves nothing behind."""
    with transaction.atomic():
        page = _open(version, hand)
        before = version.field_set
        if before is None:
            raise EditError(_("There is no field to fill in."))
        after = edit(before)
        if after == before:
            return
        version.fields_before.create(action=action, state={name: getattr(version, name) for name in STATE})
        _forget_oldest(version)
        version.fields = storable(after.detection.as_plain())
        version.reviews = reviews_as_plain(after.reviews)
        version.fields_removed = storable(removed_as_plain(after.removed))
        _save(version, *STATE)
        if action in LOGGED:
            note(page, version, f"fields_{action}", hand.user)


def undo(version: FormVersion, hand: Hand) -> None:
    """Take the last edit back. Raises ``EditError``."""
    with transaction.atomic():
        _open(version, hand)
        before: FieldsBefore | None = version.fields_before.first()
        if before is None:
            raise EditError(_("There is nothing to undo."))
        for name in STATE:
            setattr(version, name, before.state[name])
        before.delete()
        _save(version, *STATE)


def offer_online(version: FormVersion, hand: Hand, offer: bool) -> None:
    """Say that the form is to be filled in online, or that it is not. Raises ``EditError``."""
    with transaction.atomic():
        page = _open(version, hand)
        if offer and (reason := version.why_not_online):
            raise EditError(reason)
        if version.fillable == offer:
            return
        version.fillable = offer
        _save(version, "fillable")
        note(page, version, "fields_online" if offer else "fields_offline", hand.user)


def _open(version: FormVersion, hand: Hand) -> FormPage:
    """The newest state of a version that may be edited. Two who come at the same time come one after the other."""
    page = FormPage.objects.select_for_update().get(pk=version.page_id)
    version.refresh_from_db()
    if reason := why_read_only(version, rights_over(page, hand.user).edit):
        raise EditError(reason)
    if version.fields_revision != hand.revision:
        raise ConflictError
    return page


def _save(version: FormVersion, *names: str) -> None:
    version.fields_revision += 1
    version.save(update_fields=["fields_revision", *names])


def _forget_oldest(version: FormVersion) -> None:
    kept: Any = version.fields_before.values_list("pk", flat=True)[:MOST_UNDONE]
    version.fields_before.exclude(pk__in=list(kept)).delete()
