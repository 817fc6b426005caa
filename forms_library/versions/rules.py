"""Who may do what to a version, and when. Plain data: no database, no request."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.codes import VersionState


class Step(StrEnum):
    """What can be done to a version."""

    CONFIRM = "confirm"
    REOPEN = "reopen"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    DISCARD = "discard"


@dataclass(frozen=True)
class Rule:
    """From which state a step leads where (nowhere: the version is gone), and whether readers notice."""

    before: VersionState
    after: VersionState | None
    for_readers: bool = False


RULES = {
    Step.CONFIRM: Rule(VersionState.DRAFT, VersionState.CONFIRMED),
    Step.REOPEN: Rule(VersionState.CONFIRMED, VersionState.DRAFT),
    Step.PUBLISH: Rule(VersionState.CONFIRMED, VersionState.PUBLISHED, for_readers=True),
    Step.WITHDRAW: Rule(VersionState.PUBLISHED, VersionState.WITHDRAWN, for_readers=True),
    Step.DISCARD: Rule(VersionState.DRAFT, None),
}


@dataclass(frozen=True)
class Rights:
    """Who somebody is (a key of a user), and what they may do to the page of the form."""

    user: int
    edit: bool
    publish: bool


def refusal(
    step: Step, state: str, confirmed_by: int | None, rights: Rights, why_not_online: Promise | None = None
) -> Promise | None:
    """Why a step is not possible; nothing where it is.

    A form goes before the public only after two people have looked at it: nobody publishes what they confirmed.
    ``why_not_online`` is what keeps a version from being filled in online, when it is to be.
    """
    rule = RULES[step]
    if not (rights.publish if rule.for_readers else rights.edit):
        return _("You may not do that with the forms of this department.")
    if state != rule.before:
        return _("The version is not in a state for that any more. Look at it again.")
    if step is Step.PUBLISH and confirmed_by == rights.user:
        return _("You confirmed this version yourself. Somebody else has to look at it and publish it.")
    return why_not_online if step in (Step.CONFIRM, Step.PUBLISH) else None


def possible(state: str, confirmed_by: int | None, rights: Rights, why_not_online: Promise | None = None) -> list[Step]:
    """The steps that somebody can take now."""
    return [step for step in Step if refusal(step, state, confirmed_by, rights, why_not_online) is None]
