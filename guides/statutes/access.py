"""Whose flags somebody may work on: those of pages that they may edit."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy

from guides.codes.statutes import FlagState
from guides.models import LegalFlag


def flags_of(user: Any) -> QuerySet[LegalFlag]:
    """The flags of pages that this person may change."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    found: QuerySet[LegalFlag] = LegalFlag.objects.filter(page__in=pages.order_by().values("pk"))
    return found


def open_flags_of(user: Any) -> QuerySet[LegalFlag]:
    return flags_of(user).filter(state=FlagState.OPEN)


def may_work(user: Any) -> bool:
    """May this person change any page at all?"""
    return bool(page_permission_policy.user_has_permission(user, "change"))
