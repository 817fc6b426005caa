"""What can be done with a question that came in. Each deed is whole or not done, and leaves a line in its history.

Staff say which ``version`` they looked at: whoever comes second is told, and overwrites nothing.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledge.answers.writing import Draft, draft_answer
from knowledge.codes import ConsultationState, Deed
from knowledge.models import AnswerPage, Consultation, DepartmentPage, User
from knowledge.search.personal import Personal, personal_data

from .mailing import send_reply


class NotNowError(Exception):
    """It cannot be done; the message says to staff why."""


# --- by staff -----------------------------------------------------------------------------------------------------


def keep_draft(consultation: Consultation, user: User, version: int, reply: str) -> None:
    """Keep what is written so far."""
    _change(consultation, user, version, Deed.KEPT, reply=reply, drafted_by=user)


def transfer(consultation: Consultation, user: User, version: int, department: DepartmentPage, reason: str) -> None:
    """Give it to the department that is competent. The day on which it is due stays."""
    if not reason.strip():
        raise NotNowError(_("Say why: the other department reads it."))
    note = f"{department.title}: {reason.strip()}"
    _change(
        consultation, user, version, Deed.TRANSFERRED, note, department=department, state=ConsultationState.RECEIVED
    )


def mark(consultation: Consultation, user: User, version: int, sensitive: bool) -> None:
    """Ask for a second look before the reply goes out, or no longer."""
    _change(consultation, user, version, Deed.MARKED if sensitive else Deed.UNMARKED, sensitive=sensitive)


def send_for_check(consultation: Consultation, user: User, version: int, reply: str) -> None:
    """A second person looks at the reply before it goes out."""
    _require(reply)
    _change(consultation, user, version, Deed.CHECKED, reply=reply, drafted_by=user, state=ConsultationState.CHECKING)


def return_draft(consultation: Consultation, user: User, version: int, reason: str) -> None:
    """The reply is not right yet."""
    if consultation.state != ConsultationState.CHECKING:
        raise NotNowError(_("Nobody has asked for a second look."))
    if not reason.strip():
        raise NotNowError(_("Say what is to be changed."))
    _change(consultation, user, version, Deed.RETURNED, reason.strip(), state=ConsultationState.RECEIVED)


def answer(consultation: Consultation, user: User, version: int, reply: str) -> None:
    """Send the reply. A sensitive one goes out only from a second person's hand."""
    _require(reply)
    if consultation.sensitive and consultation.state != ConsultationState.CHECKING:
        raise NotNowError(_("This question is sensitive: send the reply for a second look first."))
    if consultation.sensitive and consultation.drafted_by_id == user.pk:
        raise NotNowError(_("You wrote this reply yourself: somebody else has to send it."))
    with transaction.atomic():
        now = timezone.now()
        _change(
            consultation, user, version, Deed.ANSWERED, reply=reply, state=ConsultationState.ANSWERED, answered_at=now
        )
        if consultation.contact:
            send_reply.enqueue(consultation.pk)  # stands in the database with the reply, or neither does


def publish(consultation: Consultation, user: User) -> AnswerPage:
    """A draft of a public answer below the department, without anything that says who asked."""
    if consultation.state != ConsultationState.ANSWERED or consultation.department is None:
        raise NotNowError(_("Only what a department has answered can be published."))
    if consultation.answer:
        raise NotNowError(_("A public answer was written already."))
    for text in (consultation.question, consultation.reply):
        if personal_data(text) not in (None, Personal.STORY):
            raise NotNowError(
                _("There are numbers of people or addresses in it. Write the answer by hand, without them.")
            )
    subjects = [consultation.page] if consultation.page else []
    draft = Draft(consultation.question, consultation.reply, consultation.language, subjects)
    with transaction.atomic():
        page = draft_answer(consultation.department, draft, user)
        Consultation.objects.filter(pk=consultation.pk).update(answer=page)
        consultation.events.create(user=user, deed=Deed.PUBLISHED)
    return page


def _require(reply: str) -> None:
    if not reply.strip():
        raise NotNowError(_("Write the reply first."))


def _change(consultation: Consultation, user: User, version: int, deed: Deed, note: str = "", **values: Any) -> None:
    """Raises ``NotNowError`` where somebody else was quicker, or nobody waits for a reply any more."""
    with transaction.atomic():
        rows = Consultation.objects.open().filter(pk=consultation.pk, version=version)
        if not rows.update(**values, version=F("version") + 1):
            raise NotNowError(_("Somebody else changed this question meanwhile. What you wrote is still below."))
        consultation.events.create(user=user, deed=deed, note=note)
        consultation.refresh_from_db()


# --- by the asker -------------------------------------------------------------------------------------------------


def judge(consultation: Consultation, solved: bool) -> None:
    """The asker says whether the reply helped."""
    rows = Consultation.objects.filter(pk=consultation.pk, state=ConsultationState.ANSWERED)
    if rows.update(solved=solved):
        consultation.events.create(deed=Deed.JUDGED)


def withdraw(consultation: Consultation) -> None:
    """The asker needs no reply any more."""
    rows = Consultation.objects.open().filter(pk=consultation.pk)
    if rows.update(state=ConsultationState.WITHDRAWN, version=F("version") + 1):
        consultation.events.create(deed=Deed.WITHDRAWN)


def erase(consultation: Consultation) -> None:
    """Everything that the asker wrote, and what was written to them, is gone; that there was a question stays."""
    with transaction.atomic():
        consultation.events.exclude(note="").update(note="")
        Consultation.objects.filter(pk=consultation.pk).update(
            question="",
            reply="",
            contact="",
            district=None,
            state=ConsultationState.ERASED,
            version=F("version") + 1,
        )
        consultation.events.create(deed=Deed.ERASED)


def remove_contacts(consultations: Iterable[Consultation]) -> int:
    """Forget how to reach those who asked; answers how many."""
    count = 0
    for consultation in consultations:
        with transaction.atomic():
            Consultation.objects.filter(pk=consultation.pk).update(contact="")
            consultation.events.create(deed=Deed.CONTACT_REMOVED)
        count += 1
    return count
