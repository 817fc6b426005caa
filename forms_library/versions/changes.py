"""Taking a step: one transaction with its entry in the page's log, and the search told where readers notice."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from wagtail.log_actions import log

from forms_library.codes import VersionState
from forms_library.models import FormPage, FormVersion
from knowledge.models import User
from knowledge.search.indexing import page_changed

from .rules import RULES, Rights, Step, refusal

LOG = "forms_library.version."
MARKS = {  # who and when, by the state that was reached
    VersionState.CONFIRMED: ("confirmed_by", "confirmed_at"),
    VersionState.PUBLISHED: ("published_by", "published_at"),
    VersionState.WITHDRAWN: ("withdrawn_by", "withdrawn_at"),
}


class StepError(Exception):
    """A step is not possible; ``reason`` is for whoever wanted to take it."""

    def __init__(self, reason: Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


def rights_over(page: FormPage, user: User) -> Rights:
    """What a person may do to a form. Nobody changes a form that somebody else has locked."""
    permissions = page.permissions_for_user(user)
    locked = permissions.page_locked()
    return Rights(user.pk, edit=permissions.can_edit() and not locked, publish=permissions.can_publish() and not locked)


def facts_of(version: FormVersion, rights: Rights) -> tuple[str, int | None, Rights, Promise | None]:
    """What the rules about steps ask of a version and of whoever wants to take one."""
    return version.state, version.confirmed_by_id, rights, version.why_not_online if version.fillable else None


def take_step(version: FormVersion, step: Step, user: User) -> None:
    """Raises ``StepError``. Two who come at the same time come one after the other."""
    with transaction.atomic():
        page = FormPage.objects.select_for_update().get(pk=version.page_id)
        version.refresh_from_db()
        if reason := refusal(step, *facts_of(version, rights_over(page, user))):
            raise StepError(reason)
        if step is Step.PUBLISH:
            _replace_current(page, user)
            version.fields_before.all().delete()
        note(page, version, step.value, user)
        _move(version, RULES[step].after, user)
        if RULES[step].for_readers:
            page_changed(page)


def _replace_current(page: FormPage, user: User) -> None:
    """The version that readers had so far goes when there is a newer one."""
    for old in page.versions.filter(state=VersionState.PUBLISHED):
        _move(old, VersionState.WITHDRAWN, user)


def _move(version: FormVersion, state: VersionState | None, user: User) -> None:
    if state is None:
        version.delete()
        return
    version.state = state
    if state is VersionState.DRAFT:
        version.confirmed_by, version.confirmed_at = None, None
    elif marks := MARKS.get(state):
        setattr(version, marks[0], user)
        setattr(version, marks[1], timezone.now())
    version.save(update_fields=["state", *(name for pair in MARKS.values() for name in pair)])


def note(page: FormPage, version: FormVersion, action: str, user: User, **data: Any) -> None:
    """An entry in the history of the form's page."""
    log(instance=page, action=LOG + action, user=user, data={"version": version.number, **data})
