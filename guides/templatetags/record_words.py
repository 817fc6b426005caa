"""What the page of an item that has ended says."""

from datetime import date, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from guides.codes import WithdrawalKind
from guides.listing import readable_guides
from guides.models import Change
from guides.record.words import in_reading_language
from translations.local_text import LocalText
from translations.reading import Reading
from translations.wording import long_date

register = template.Library()

SENTENCES = {
    WithdrawalKind.CANCELLED: lambda: _("This service was cancelled on %(day)s"),
    WithdrawalKind.MERGED: lambda: _("This service was merged into another one on %(day)s"),
    WithdrawalKind.DELEGATED: lambda: _("This service has been handled at a lower level since %(day)s"),
    WithdrawalKind.MOVED: lambda: _("This service has been handled by another body since %(day)s"),
}


@register.simple_tag
def withdrawn_heading(withdrawal: Reading) -> str:
    """What happened, and when."""
    return SENTENCES[WithdrawalKind(withdrawal.kind)]() % {"day": long_date(withdrawal.since)}


@register.simple_tag
def successor(withdrawal: Reading) -> Reading | None:
    """The item to go to instead, if anybody may read it."""
    page = readable_guides().filter(pk=withdrawal.instance.successor_id).first()
    return Reading(page) if page else None


@register.simple_tag
def last_day(page: Any) -> date | None:
    """The last whole day on which the item was offered."""
    changes = Change.objects.filter(page_id=page.pk)
    offered = changes.exclude(listed={}).first()
    ended = changes.filter(at__gt=offered.at).last() if offered else None
    if offered is None or ended is None:
        return None
    day = timezone.localdate(ended.at) - timedelta(days=1)
    return day if day >= timezone.localdate(offered.at) else None


@register.simple_tag
def form_then(material: Reading) -> LocalText | None:
    """The form of the library that an earlier state of an item named: it is not offered, today's may be another."""
    names = getattr(material.instance, "form_then", None)
    return in_reading_language(names) if names else None
