"""Help that is promised must be told in full."""

from django.utils.translation import gettext_lazy as _

from guides.codes import Necessity
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Rule, at, rows, text


def _later(facts: Facts) -> bool:
    return any(row.get("necessity") == Necessity.LATER for row in rows(facts, "materials"))


RULES = (
    Rule(
        "assistance.commitment_unexplained",
        Level.WARN,
        _("Notice and commitment is offered, but neither a note nor the letter of commitment says what is promised."),
        sources.BUSINESS_44,
        at(
            "notice_commitment",
            lambda f: (
                f.get("notice_commitment")
                and not f.get("commitment_document")
                and not text(f, "commitment_note_zh_hans")
            ),
        ),
    ),
    Rule(
        "assistance.agent_unexplained",
        Level.ADVISE,
        _("Agent assistance is offered, but it is not said by whom and how."),
        sources.PRACTICE,
        at("agent_assistance", lambda f: f.get("agent_assistance") and not text(f, "agent_note_zh_hans")),
    ),
    Rule(
        "assistance.tolerant_of_nothing",
        Level.WARN,
        _("Cases are accepted although something is missing, but no material may be handed in later."),
        sources.PRACTICE,
        at(
            "tolerant_acceptance",
            lambda f: (
                f.get("tolerant_acceptance")
                and f.get("materials")
                and not _later(f)
                and not text(f, "tolerant_note_zh_hans")
            ),
        ),
    ),
    Rule(
        "assistance.later_but_not_tolerant",
        Level.WARN,
        _("A material may be handed in later, but tolerant acceptance is not offered."),
        sources.PRACTICE,
        at("tolerant_acceptance", lambda f: not f.get("tolerant_acceptance") and _later(f)),
    ),
    Rule(
        "assistance.scope_unexplained",
        Level.ADVISE,
        _("It can be handled across regions by agreement: say where, and how."),
        sources.PRACTICE,
        at(
            "cross_region_note_zh_hans",
            lambda f: (
                str(f.get("cross_region_scope") or "").startswith("across_")
                and not text(f, "cross_region_note_zh_hans")
            ),
        ),
    ),
)
