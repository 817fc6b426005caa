"""What a translation is worth: the rule as a predicate and as a condition of a query, which a test proves equal. Pure.

A text is outdated when the Chinese it was made from is no longer the Chinese that stands there. Nothing is stored that
could go stale: states follow from three texts and the review mark.
"""

from django.db.models import F, IntegerChoices, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """Of a text in another language than the Chinese."""

    MISSING = "missing", pgettext_lazy("state of a translation", "missing")
    DRAFT = "draft", pgettext_lazy("state of a translation", "not reviewed")
    OUTDATED = "outdated", pgettext_lazy("state of a translation", "outdated")
    REVIEWED = "reviewed", pgettext_lazy("state of a translation", "reviewed")


OPEN = (State.OUTDATED, State.MISSING)  # there is something to translate


class Significance(IntegerChoices):
    """How much a change of the Chinese matters to whoever reads a translation of what stood there before."""

    TYPO = 0, pgettext_lazy("significance", "only a slip of the pen")
    NORMAL = 1, pgettext_lazy("significance", "normal")
    MAJOR = 2, pgettext_lazy("significance", "major")


class Weight(TextChoices):
    """What an editor says about a change."""

    TYPO = "typo", _("Only slips of the pen: translations stay as they are")
    NORMAL = "normal", _("Normal")
    MAJOR = "major", _("Major")


def state_of(source: str, target: str, made_from: str, reviewed: bool) -> State:
    """The state of a text from the Chinese, the translation, the Chinese it was made from, and the review mark."""
    if not target:
        return State.MISSING
    if made_from != source:
        return State.OUTDATED
    return State.REVIEWED if reviewed else State.DRAFT


def in_state(state: State) -> Q:
    """The same as a condition of ``TranslatedText``."""
    current = Q(made_from=F("source"))
    return {
        State.MISSING: Q(target=""),
        State.OUTDATED: ~Q(target="") & ~current,
        State.REVIEWED: ~Q(target="") & current & Q(reviewed=True),
        State.DRAFT: ~Q(target="") & current & Q(reviewed=False),
    }[state]


def significance(weight: str, by_itself: bool) -> Significance:
    """Of a change: ``by_itself`` are fields whose change is major unless it is a slip of the pen."""
    if weight == Weight.TYPO:
        return Significance.TYPO
    return Significance.MAJOR if by_itself or weight == Weight.MAJOR else Significance.NORMAL
