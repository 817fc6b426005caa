"""How the history of a form's page tells what was done to its versions."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from forms_library.versions.changes import LOG
from forms_library.versions.rules import Step

LABELS: dict[str, Promise] = {
    "upload": gettext_lazy("Version uploaded"),
    "sample": gettext_lazy("Filled sample added"),
    "fields_accept": gettext_lazy("Certain fields accepted"),
    "fields_confirm": gettext_lazy("Field confirmed"),
    "fields_delete": gettext_lazy("Field deleted"),
    "fields_zone": gettext_lazy("A place need not stay free any more"),
    "fields_online": gettext_lazy("Offered for filling in online"),
    "fields_offline": gettext_lazy("Not offered for filling in online any more"),
    Step.CONFIRM.value: gettext_lazy("Version confirmed"),
    Step.REOPEN.value: gettext_lazy("Version back to draft"),
    Step.PUBLISH.value: gettext_lazy("Version published"),
    Step.WITHDRAW.value: gettext_lazy("Version withdrawn"),
    Step.DISCARD.value: gettext_lazy("Version discarded"),
}


def register(actions: Any) -> None:
    """``register_log_actions``."""
    for name, label in LABELS.items():
        actions.register_action(LOG + name)(_formatter(label))


def _formatter(action: Promise) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = action

        def format_message(self, log_entry: Any) -> str:
            number = log_entry.data.get("version", "?")
            return _("%(action)s (version %(number)s)") % {"action": action, "number": number}

        def format_comment(self, log_entry: Any) -> str:
            count = sum((log_entry.data.get("numbers") or {}).values())
            return _("%(count)d numbers in the file were said to be nobody's.") % {"count": count} if count else ""

    return Formatter
