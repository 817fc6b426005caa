"""The demonstration's questions that came in, in all states."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from guides.models import GuidePage
from knowledge.consultations import deeds
from knowledge.consultations.due import due_on
from knowledge.consultations.receiving import Asked, receive
from knowledge.models import Consultation, DepartmentPage, User
from translations.languages import default_language

from . import files

EDITOR, SECOND = "chief", "reviewer"


def receive_all() -> None:
    """Every question, answered or not. The items, departments and accounts have to be there."""
    for number, data in enumerate(files.read("consultations.yaml")):
        consultation = _received(f"demonstration {number}", data)
        _answered(consultation, data)


def _received(nonce: str, data: dict[str, Any]) -> Consultation:
    language = data.get("language", default_language())
    page = GuidePage.objects.get(slug=data["about"])
    consultation = receive(Asked(nonce, data["question"], language, page=page))
    asked_at = timezone.now() - timedelta(days=data["days"])
    consultation.department = DepartmentPage.objects.get(slug=data["department"])
    consultation.asked_at = asked_at
    consultation.due_on = due_on(asked_at.date(), settings.CONSULTATION_DAYS)
    consultation.save()
    return consultation


def _answered(consultation: Consultation, data: dict[str, Any]) -> None:
    first, second = (User.objects.get(username=name) for name in (EDITOR, SECOND))
    if "check" in data:
        deeds.send_for_check(consultation, first, consultation.version, data["check"])
    if "reply" in data:
        deeds.answer(consultation, second, consultation.version, data["reply"])
    if "solved" in data:
        deeds.judge(consultation, data["solved"])
