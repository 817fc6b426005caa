"""Which questions a member of staff may see and answer: those of departments whose pages they may edit."""

from typing import Any

from django.db.models import Q, QuerySet

from knowledge.models import Consultation, DepartmentPage
from knowledge.models.consultations import ConsultationQuerySet
from knowledge.own_departments import departments_to_change

PERMISSION = "knowledge.answer_consultations"


def departments_of(user: Any) -> QuerySet[DepartmentPage]:
    """The departments for which somebody may answer; none without the permission to answer at all."""
    if not user.has_perm(PERMISSION):
        return DepartmentPage.objects.none()
    return departments_to_change(user)


def answers_for_all(user: Any) -> bool:
    """May somebody answer for every department, and so take what belongs to none?"""
    return departments_of(user).count() == DepartmentPage.objects.count()


def consultations_of(user: Any) -> ConsultationQuerySet:
    """The questions that somebody may answer."""
    if not user.has_perm(PERMISSION):
        return Consultation.objects.none()
    mine = Q(department__in=departments_of(user))
    if answers_for_all(user):
        mine |= Q(department=None)
    found: ConsultationQuerySet = Consultation.objects.filter(mine)
    return found
