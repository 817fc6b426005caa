"""Whose flags somebody may work on: those of pages that they may edit."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy

from guides.codes import ItemStatus
from guides.codes.statutes import FlagState
from guides.models import GuidePage, LegalFlag
from guides.responsibility.certifying import PERMISSION


def flags_of(user: Any) -> QuerySet[LegalFlag]:
    """The flags of pages that this person may change, if they answer for what pages say. Translators do not."""
    if not may_work(user):
        return LegalFlag.objects.none()
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    found: QuerySet[LegalFlag] = LegalFlag.objects.filter(page__in=pages.order_by().values("pk"))
    return found


def open_flags() -> QuerySet[LegalFlag]:
    """Of pages that readers see; what was taken from them, or cancelled, may rest on any law."""
    gone = GuidePage.objects.filter(status=ItemStatus.CANCELLED).order_by().values("pk")
    found: QuerySet[LegalFlag] = LegalFlag.objects.filter(state=FlagState.OPEN, page__live=True)
    return found.exclude(page__in=gone)


def open_flags_of(user: Any) -> QuerySet[LegalFlag]:
    return flags_of(user) & open_flags()


def may_cite(user: Any) -> bool:
    """May this person change any page, and so what it rests on?"""
    return bool(page_permission_policy.user_has_permission(user, "change"))


def may_work(user: Any) -> bool:
    """Is this person one of those who certify that pages are correct, and may change any?"""
    return bool(user.has_perm(PERMISSION)) and may_cite(user)
