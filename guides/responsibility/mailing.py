"""Every week, what a department should look at again, to its editors."""

from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission

from guides.models import CertificationReminder, GuidePage
from guides.rules.certification import Standing
from knowledge.models import DepartmentPage, User
from translations.languages import default_language

from .listing import in_standing, items_of, ordered

MOST_NAMED = 50  # the list in the admin has all of them


class NotRemindedError(Exception):
    """Departments whose mail could not be sent; the next time tries again."""


def remind_all() -> None:
    """One e-mail a week to the editors of each department that has overdue items; doing it again sends nothing.

    Raises ``NotRemindedError`` when all others have got theirs.
    """
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    failed = []
    for department in DepartmentPage.objects.all():
        overdue = ordered(in_standing(items_of([department]), Standing.OVERDUE, today))
        addresses = _addresses(department)
        if addresses and overdue.exists():
            try:
                _remind(department, list(overdue), addresses, monday)
            except (OSError, SMTPException) as error:  # the others get theirs
                failed.append(f"{department.title}: {error}")
    if failed:
        raise NotRemindedError("; ".join(failed))


def _addresses(department: DepartmentPage) -> list[str]:
    """Of those who write below its page and nowhere above."""
    writing = GroupPagePermission.objects.filter(page=department, permission__codename="add_page")
    people = User.objects.filter(is_active=True, groups__in=writing.values("group")).exclude(email="")
    return sorted(set(people.values_list("email", flat=True)))


@transaction.atomic
def _remind(department: DepartmentPage, overdue: list[GuidePage], addresses: list[str], monday: date) -> None:
    """What cannot be sent was not sent: the next time tries again."""
    _reminder, is_first = CertificationReminder.objects.get_or_create(department=department, week=monday)
    if not is_first:
        return
    with translation.override(default_language()):
        context = {
            "department": department.title,
            "count": len(overdue),
            "items": [(guide.name_zh_hans, guide.review_due) for guide in overdue[:MOST_NAMED]],
            "more": max(0, len(overdue) - MOST_NAMED),
            "address": f"{settings.BASE_URL}{reverse('certification:index')}",
        }
        text = render_to_string("guides/responsibility/overdue.txt", context)
        send_mail(_("%(count)d items are to be certified: %(department)s") % context, text, None, addresses)
