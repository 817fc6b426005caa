"""A question is taken in: given a reference, a day, and a department."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from knowledge.answers.replying import ask
from knowledge.codes import Deed
from knowledge.models import Consultation, DepartmentPage, District
from knowledge.search.personal import Personal, personal_data

from .contacts import hidden
from .due import due_on
from .references import new_reference

STEP = Page.steplen
DELICATE = ("投诉", "举报", "上访", "信访", "起诉", "腐败", "受贿", "complain", "corrupt", "bribe", "lawsuit")


@dataclass(frozen=True)
class Asked:
    """What somebody sent. ``nonce`` is that of the form; ``contact`` is checked."""

    nonce: str
    question: str
    language: str
    contact: str = ""
    page: Page | None = None
    district: District | None = None


def receive(asked: Asked) -> Consultation:
    """Keep a question; one whose form came in before is not kept again."""
    if known := Consultation.objects.filter(nonce=asked.nonce).first():
        return known
    try:
        with transaction.atomic():
            return _keep(asked)
    except IntegrityError:  # twice at the same moment
        return Consultation.objects.get(nonce=asked.nonce)


def _keep(asked: Asked) -> Consultation:
    consultation = Consultation.objects.create(
        code=new_reference(),
        nonce=asked.nonce,
        question=asked.question,
        language=asked.language,
        page=asked.page,
        district=asked.district,
        department=_department_for(asked),
        sensitive=is_sensitive(asked.question),
        due_on=due_on(timezone.localdate(), settings.CONSULTATION_DAYS),
        contact=hidden(asked.contact),
    )
    consultation.events.create(deed=Deed.RECEIVED)
    return consultation


def is_sensitive(question: str) -> bool:
    """Complaints, and numbers of people, are looked at by a second person before anybody answers."""
    found = personal_data(question)
    text = question.lower()
    return found not in (None, Personal.STORY) or any(word in text for word in DELICATE)


def _department_for(asked: Asked) -> DepartmentPage | None:
    """That of the item; else that of what the question finds first; nobody's where it finds nothing."""
    page = asked.page or _found_first(asked)
    if page is None:
        return None
    return DepartmentPage.objects.filter(path__in=[page.path[:-STEP], page.path]).first()


def _found_first(asked: Asked) -> Page | None:
    results, _reply = ask(asked.question, asked.language)
    hits = results.best_hits
    return hits[0].reading.instance if hits else None
