"""What the history of an item tells of certifications, and of why its text was changed."""

from typing import Any

from django.db.models.signals import pre_save
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter
from wagtail.models import PageLogEntry

from translations.wording import long_date

from .certifying import CERTIFIED, TAKEN_BACK

WHY = "why"  # in the data of an entry: the reason that the version gives
OF_CHANGES = (
    *("wagtail.edit", "wagtail.revert", "wagtail.rename"),
    *("wagtail.publish", "wagtail.publish.schedule", "wagtail.publish.scheduled"),
)


def keep_why(sender: type[PageLogEntry], instance: PageLogEntry, **kwargs: Any) -> None:
    """Who, when and what are Wagtail's; why stands in the version that was saved or published."""
    if instance.pk is None and instance.action in OF_CHANGES and instance.revision_id:
        reason = instance.revision.content.get("change_reason")
        if reason:
            instance.data = {**(instance.data or {}), WHY: reason}


def connect() -> None:
    pre_save.connect(keep_why, sender=PageLogEntry, dispatch_uid="guides.responsibility.why")


def register(actions: Any) -> None:
    """``register_log_actions``, after Wagtail's own: theirs tell why, ours what was certified."""
    for name in OF_CHANGES:
        actions.formatters[name] = _telling_why(actions.formatters[name])
    actions.register_action(CERTIFIED)(_formatter(gettext_lazy("Certified as correct")))
    actions.register_action(TAKEN_BACK)(_formatter(gettext_lazy("Certification taken back")))


def _telling_why(formatter: LogFormatter) -> LogFormatter:
    class Telling(type(formatter)):  # type: ignore[misc]
        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get(WHY, "") or super().format_comment(log_entry))

    return Telling()


def _formatter(action: Promise) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = action

        def format_message(self, log_entry: Any) -> str:
            now = log_entry.data.get("after", {})
            return _("%(action)s: by the post “%(post)s” on %(day)s, to be reviewed by %(due)s") % {
                "action": action,
                "post": now.get("certified_by_post") or "—",
                "day": _day(now.get("certified_on")),
                "due": _day(now.get("review_by")),
            }

    return Formatter


def _day(text: str | None) -> str:
    day = parse_date(text) if text else None
    return long_date(day) if day else "—"
