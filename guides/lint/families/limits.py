"""Time limits: what the law allows, what the hall promises, and what does not count."""

import re

from django.utils.translation import gettext_lazy as _

from guides.codes import HandlingType, LimitUnit, ReviewType
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Row, Rule, at, each, text

from .completeness import is_licence

CALENDAR_DAYS_A_WORKING_DAY = 1.4  # seven days a week, five of them worked
LICENCE_DAYS, JOINT_DAYS = 20, 45  # working days, 行政许可法 42
LONG = 365
NO_LIMIT = re.compile(r"^(?:暂?无|没有|不设)(?:法定|承诺)?(?:办结|办理|审批)?(?:时限|期限|限制)?。?$")


def promise_is_longer(facts: Facts) -> object:
    """Compared in working days where both are, else in calendar days."""
    promised, statutory = facts.get("promised_days"), facts.get("statutory_days")
    if promised is None or not statutory:
        return None
    units = facts.get("promised_unit"), facts.get("statutory_unit")
    if units[0] != units[1]:
        promised, statutory = _calendar(promised, units[0]), _calendar(statutory, units[1])
    return promised > statutory and {"promised": facts["promised_days"], "statutory": facts["statutory_days"]}


def _calendar(days: int, unit: object) -> float:
    return days if unit == LimitUnit.CALENDAR_DAY else days * CALENDAR_DAYS_A_WORKING_DAY


def _licence_takes_longer(facts: Facts) -> object:
    joint = (
        facts.get("handling_type") == HandlingType.JOINT
        or facts.get("review_type") == ReviewType.PARALLEL
        or bool(text(facts, "joint_bodies_zh_hans"))
    )
    most = JOINT_DAYS if joint else LICENCE_DAYS
    days = facts.get("statutory_days") or 0
    unnamed = not text(facts, "statutory_note_zh_hans")
    in_working_days = facts.get("statutory_unit") == LimitUnit.WORKING_DAY
    return is_licence(facts) and in_working_days and days > most and unnamed and {"days": days, "most": most}


def _note_denies(name: str) -> Rule:
    return Rule(
        f"limits.{name}_note_denies",
        Level.WARN,
        _("The note says that there is no limit, but %(days)s days are given."),
        sources.PRACTICE,
        at(
            f"{name}_note_zh_hans",
            lambda f: (
                f.get(f"{name}_days") is not None
                and NO_LIMIT.match(text(f, f"{name}_note_zh_hans"))
                and {"days": f[f"{name}_days"]}
            ),
        ),
    )


def _very_long(name: str) -> Rule:
    return Rule(
        f"limits.{name}_very_long",
        Level.ADVISE,
        _("%(days)s days are a year or more. Is that right?"),
        sources.PRACTICE,
        at(
            f"{name}_days",
            lambda f: (f.get(f"{name}_days") or 0) >= LONG and {"days": f[f"{name}_days"]},
        ),
    )


def _procedure_untimed(row: Row, facts: Facts) -> bool:
    return not row.get("days") and not text(row, "note_zh_hans")


RULES = (
    Rule(
        "limits.promise_longer",
        Level.WARN,
        _("The promised limit (%(promised)s days) is longer than the statutory one (%(statutory)s days)."),
        sources.BUSINESS_36,
        at("promised_days", promise_is_longer),
    ),
    Rule(
        "limits.licence_longer",
        Level.ADVISE,
        _("%(days)s working days are more than the %(most)s that the law gives. Name the provision in the note."),
        sources.LICENSING_42,
        at("statutory_days", _licence_takes_longer),
    ),
    Rule(
        "limits.immediate_takes_days",
        Level.WARN,
        _("Handled on the spot, but %(days)s days are promised."),
        sources.PRACTICE,
        at(
            "promised_days",
            lambda f: (
                f.get("handling_type") == HandlingType.IMMEDIATE
                and (f.get("promised_days") or 0) > 1
                and {"days": f["promised_days"]}
            ),
        ),
    ),
    Rule(
        "limits.at_once_not_immediate",
        Level.WARN,
        _("Done at once (0 days), but the handling type is not “on the spot”."),
        sources.PRACTICE,
        at(
            "handling_type",
            lambda f: f.get("promised_days") == 0 and f.get("handling_type") == HandlingType.PROMISED,
        ),
    ),
    Rule(
        "limits.immediate_review",
        Level.WARN,
        _("An item that is handled on the spot is reviewed and decided at once."),
        sources.PRACTICE,
        at(
            "review_type",
            lambda f: (
                f.get("handling_type") == HandlingType.IMMEDIATE
                and f.get("review_type") in (ReviewType.REVIEW_THEN_DECIDE, ReviewType.PARALLEL)
            ),
        ),
    ),
    Rule(
        "limits.promised_review",
        Level.WARN,
        _("%(days)s days are promised, but the item is said to be reviewed and decided at once."),
        sources.PRACTICE,
        at(
            "review_type",
            lambda f: (
                f.get("review_type") == ReviewType.DECIDE_AT_ONCE
                and (f.get("promised_days") or 0) > 1
                and {"days": f["promised_days"]}
            ),
        ),
    ),
    _note_denies("statutory"),
    _note_denies("promised"),
    _very_long("statutory"),
    _very_long("promised"),
    Rule(
        "limits.procedure_untimed",
        Level.WARN,
        _("Tell how long the special procedure “%(name)s” takes: the applicant must be told in writing."),
        sources.LICENSING_45,
        each("special_procedures", "days", _procedure_untimed),
    ),
    Rule(
        "limits.procedure_baseless",
        Level.ADVISE,
        _("The special procedure “%(name)s” names no basis."),
        sources.LICENSING_45,
        each("special_procedures", "basis_zh_hans", lambda row, f: not text(row, "basis_zh_hans")),
    ),
)
