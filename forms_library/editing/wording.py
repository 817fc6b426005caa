"""What the buttons of a version say, and what is said when one was pressed."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from forms_library.safety.personal_data import PersonalNumber
from forms_library.versions.rules import Step

LABELS: dict[Step, Promise] = {
    Step.CONFIRM: gettext_lazy("Confirm: this is the right form"),
    Step.REOPEN: gettext_lazy("Back to draft"),
    Step.PUBLISH: pgettext_lazy("a version of a form", "Publish"),
    Step.WITHDRAW: gettext_lazy("Withdraw from the public"),
    Step.DISCARD: gettext_lazy("Discard this draft"),
}


def step_label(step: Step) -> Promise:
    """The words on the button."""
    return LABELS[step]


def step_done(step: Step, number: int) -> str:
    """What has happened."""
    sentence = {
        Step.CONFIRM: _("Version %(number)d is confirmed. Somebody else may publish it now."),
        Step.REOPEN: _("Version %(number)d is a draft again."),
        Step.PUBLISH: _("Version %(number)d is published."),
        Step.WITHDRAW: _("Version %(number)d is withdrawn. Readers cannot have it any more."),
        Step.DISCARD: _("Version %(number)d and its files are deleted."),
    }[step]
    return sentence % {"number": number}


def places(numbers: Iterable[PersonalNumber]) -> str:
    """``"page 1: …身份证号 511***234"``, one after the other; the numbers are masked."""
    words = (
        _("page %(page)d: %(context)s %(number)s")
        % {"page": number.page + 1, "context": number.context, "number": number.masked}
        for number in numbers
    )
    return "; ".join(words)
