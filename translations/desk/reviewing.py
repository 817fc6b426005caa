"""Two pairs of eyes: a translation is published when somebody other than its maker has looked it over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translations.freshness.recording import newest_texts
from translations.freshness.states import OPEN, State
from translations.freshness.units import Unit
from translations.languages import column
from translations.models import TranslatedPage, TranslatedText, Wording
from translations.models.texts import digest
from translations.reading import REVIEW_MARK

from .saving import NotSavedError, insist, locked, refusal


@dataclass(frozen=True)
class Reviews:
    """Who made and who looked over the translations on a page."""

    wordings: Mapping[str, Wording]
    published: frozenset[tuple[str, str]]

    def wording(self, unit: Unit) -> Wording | None:
        return self.wordings.get(digest(unit.source, unit.target))

    def waits(self, unit: Unit, state: State) -> bool:
        """Must somebody else look it over before it is published?"""
        if state in OPEN or (unit.source, unit.target) in self.published:
            return False
        wording = self.wording(unit)
        return wording is None or wording.reviewed_at is None

    def waiting(self, page: TranslatedPage, language: str) -> list[Unit]:
        """The translations in the newest version that somebody has to look over."""
        return [unit for unit, text in newest_texts(page, language) if self.waits(unit, text.state)]


def reviews_of(page: TranslatedPage, language: str) -> Reviews:
    wordings = Wording.objects.filter(page=page, language=language).select_related("made_by", "reviewed_by")
    texts = TranslatedText.objects.filter(page=page, language=language).in_state(State.REVIEWED)
    published = frozenset(texts.values_list("source", "target"))
    return Reviews({wording.digest: wording for wording in wordings}, published)


@transaction.atomic
def review(page: TranslatedPage, language: str, user: Any, address: str = "") -> tuple[int, int]:
    """Mark what waits as looked over, or one text of it; answers how many were, and how many are the user's own."""
    insist(page, user)
    reviews = reviews_of(page, language)
    waiting = [unit for unit in reviews.waiting(page, language) if address in ("", unit.address)]
    done = own = 0
    for unit in waiting:
        wording = reviews.wording(unit) or Wording.of(page.pk, language, unit.source, unit.target)
        if wording.made_by_id == user.pk:
            own += 1
            continue
        wording.reviewed_by, wording.reviewed_at = user, timezone.now()
        wording.save()
        done += 1
    return done, own


def withdraw(page: TranslatedPage, language: str, user: Any, address: str) -> None:
    """Take back that a text was looked over."""
    insist(page, user)
    units = [unit for unit, _text in newest_texts(page, language) if unit.address == address]
    digests = [digest(unit.source, unit.target) for unit in units]
    known = Wording.objects.filter(page=page, language=language, digest__in=digests)
    known.update(reviewed_by=None, reviewed_at=None)


@transaction.atomic
def publish(key: int, language: str, user: Any) -> None:
    """Publish the newest version with its translations as reviewed. Raises ``NotSavedError``."""
    page = locked(key)
    if not page.permissions_for_user(user).can_publish() or refusal(page, user):
        raise NotSavedError(_("You may not publish this page."))
    if waiting := reviews_of(page, language).waiting(page, language):
        raise NotSavedError(_still_waiting(len(waiting)))
    draft = page.get_latest_revision_as_object()
    setattr(draft, column(REVIEW_MARK, language), True)
    try:
        revision = draft.save_revision(user=user, log_action=True)
    except ValidationError as error:
        why = _("The page cannot be published as it is: %(errors)s")
        raise NotSavedError(why % {"errors": " ".join(error.messages)}) from error
    try:
        revision.publish(user=user)
    except PermissionDenied as error:  # it says why
        raise NotSavedError(str(error)) from error


def _still_waiting(count: int) -> str:
    return ngettext(
        "Not published: %(count)d translation waits for somebody other than its maker to look it over.",
        "Not published: %(count)d translations wait for somebody other than their maker to look them over.",
        count,
    ) % {"count": count}
