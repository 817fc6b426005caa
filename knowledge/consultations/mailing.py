"""E-mails about questions: the reply to whoever asked, and every day what is overdue to those who should answer."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from knowledge.codes import ConsultationState, Deed
from knowledge.models import Consultation, DepartmentPage, User
from knowledge.tasks.kinds import repeatable
from translations.languages import default_language

from .access import PERMISSION, departments_of
from .contacts import is_email, revealed
from .references import shown


@repeatable()
@task()
def send_reply(key: int) -> None:
    """To the e-mail address that was left, if one was. After a worker that died it is sent twice rather than never."""
    found = Consultation.objects.filter(pk=key, state=ConsultationState.ANSWERED).first()
    contact = revealed(found.contact) if found else ""
    if found is None or not is_email(contact) or found.events.filter(deed=Deed.MAILED).exists():
        return
    with translation.override(found.language):
        context = {
            "reference": shown(found.code),
            "reply": found.reply,
            "address": _absolute(reverse("knowledge:ask_status")),
        }
        text = render_to_string("knowledge/ask/reply.txt", context)
        send_mail(_("Reply to your question %(reference)s") % context, text, None, [contact])
    found.events.create(deed=Deed.MAILED)


def remind(department: DepartmentPage | None, overdue: list[Consultation], people: Iterable[User]) -> None:
    """One e-mail to everybody who can answer what is overdue at a department."""
    addresses = [person.email for person in people if person.email]
    if not addresses:
        return
    with translation.override(default_language()):
        context = {
            "department": department.title if department else _("no department"),
            "count": len(overdue),
            "consultations": [(shown(one.code), one.due_on) for one in overdue],
            "address": _absolute(reverse("consultations:index")),
        }
        text = render_to_string("knowledge/consultations/overdue.txt", context)
        send_mail(_("%(count)d questions are overdue: %(department)s") % context, text, None, addresses)


def remind_all() -> None:
    """Every department of what it has not answered in time; those who answer for all, of what belongs to nobody."""
    overdue: dict[DepartmentPage | None, list[Consultation]] = {}
    for consultation in Consultation.objects.overdue().select_related("department"):
        overdue.setdefault(consultation.department, []).append(consultation)
    people = [user for user in User.objects.filter(is_active=True) if user.has_perm(PERMISSION)] if overdue else []
    for department, found in overdue.items():
        remind(department, found, [one for one in people if _answers_for(one, department)])


def _answers_for(person: User, department: DepartmentPage | None) -> bool:
    mine = departments_of(person)
    if department is None:
        return mine.count() == DepartmentPage.objects.count()
    return mine.filter(pk=department.pk).exists()


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
