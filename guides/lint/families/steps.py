"""How it goes: the steps, against the type and the promise."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from guides.codes import LimitUnit
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Hit, Row, Rule, at, rows, text
from guides.rules.flow import stages

from .completeness import is_licence, takes_time

STEPS_OF_A_LICENCE = 5  # 受理 审核 审批 办结 送达
UNCOUNTED = re.compile(
    r"预审|申请|申报|补正|听证|招标|拍卖|检验|检测|检疫|鉴定|评审|评估|论证|踏勘|勘验|核查|公示|公告"
)
DAYS = re.compile(r"^(\d+(?:\.\d+)?)\s*个?工作日")


def _days(step: Row) -> float:
    """Working days, 0 where none are told."""
    match = DAYS.match(text(step, "time_limit_zh_hans"))
    return float(match[1]) if match and not UNCOUNTED.search(text(step, "name_zh_hans")) else 0.0


def days_of_all(steps: list[Row]) -> float:
    """Steps side by side take as long as the longest of them.

    What is before the acceptance, and what 行政许可法 45 does not count, takes no time of the promise.
    """
    return sum(max(map(_days, stage)) for stage in stages(steps, lambda row: bool(row.get("parallel_with_previous"))))


def _longer_than_promised(facts: Facts) -> object:
    promised = facts.get("promised_days")
    if promised is None or facts.get("promised_unit") != LimitUnit.WORKING_DAY:
        return None
    days = days_of_all(rows(facts, "steps"))
    return days > max(promised, 1) and {"days": f"{days:g}", "promised": promised}


def _same_name(facts: Facts) -> Iterator[Hit]:
    seen: set[str] = set()
    for number, row in enumerate(rows(facts, "steps")):
        name = text(row, "name_zh_hans")
        if name and name in seen:
            yield Hit(f"steps.{number}.name_zh_hans", {"name": name})
        seen.add(name)


def _without(column: str, facts: Facts) -> object:
    found = rows(facts, "steps")
    without = [row for row in found if not text(row, column)]
    return without and len(found) > 1 and {"count": len(without), "steps": len(found)}


RULES = (
    Rule(
        "steps.licence_has_five",
        Level.ADVISE,
        _("A licence usually has five steps: acceptance, review, decision, completion, delivery. Here are %(count)s."),
        sources.PRACTICE,
        at(
            "steps",
            lambda f: (
                is_licence(f)
                and takes_time(f)
                and 0 < len(rows(f, "steps")) < STEPS_OF_A_LICENCE
                and {"count": len(rows(f, "steps"))}
            ),
        ),
    ),
    Rule(
        "steps.first_beside",
        Level.WARN,
        _("The first step cannot run beside the one before it."),
        sources.PRACTICE,
        at(
            "steps.0.parallel_with_previous",
            lambda f: f.get("steps") and rows(f, "steps")[0].get("parallel_with_previous"),
        ),
    ),
    Rule("steps.same_name", Level.WARN, _("The step “%(name)s” stands here twice."), sources.PRACTICE, _same_name),
    Rule(
        "steps.longer_than_promised",
        Level.WARN,
        _("The steps take %(days)s working days together, but %(promised)s are promised."),
        sources.PRACTICE,
        at("steps", _longer_than_promised),
    ),
    Rule(
        "steps.no_actor",
        Level.ADVISE,
        _("%(count)s of %(steps)s steps do not say who does it."),
        sources.GUIDE_36114,
        at("steps", lambda f: is_licence(f) and _without("actor_zh_hans", f)),
    ),
    Rule(
        "steps.no_time",
        Level.ADVISE,
        _("%(count)s of %(steps)s steps do not say how long they take."),
        sources.GUIDE_36114,
        at("steps", lambda f: is_licence(f) and takes_time(f) and _without("time_limit_zh_hans", f)),
    ),
)
