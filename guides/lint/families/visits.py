"""Coming in person: how often, why, and where to."""

import re

from django.utils.translation import gettext_lazy as _

from guides.codes import Channel, OnlineDepth
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Row, Rule, at, each, text

from .completeness import is_service

MANY = 2
NOTHING = re.compile(r"^(?:暂?无|没有|不需要|无需|/|-)。?$")
NO_REASON = re.compile(
    r"^(?:按(?:照)?(?:相关|有关)?规定|需要(?:到)?现场(?:办理)?|现场办理|业务需要|工作需要|办理需要|根据需要|其他|其它|需要|必须)。?$"
)


def _channels(facts: Facts) -> list[str]:
    return list(facts.get("channels") or ())


def _nobody_comes_but_how(facts: Facts) -> bool:
    if facts.get("visits") != 0 or not _channels(facts) or is_service(facts):  # a service may be a telephone call
        return False
    ways = {Channel.ONLINE, Channel.COURIER} & set(_channels(facts))
    return not ways and not facts.get("mail_in") and not facts.get("agent_assistance")


def _no_address(row: Row, facts: Facts) -> bool:
    return not row.get("place") and not text(row, "address_zh_hans")


def _no_hours(row: Row, facts: Facts) -> bool:
    return not row.get("place") and not text(row, "hours_zh_hans")


RULES = (
    Rule(
        "visits.wholly_online",
        Level.WARN,
        _("An item that is wholly online needs no visit; here it is %(visits)s."),
        sources.PRACTICE,
        at(
            "visits",
            lambda f: (
                f.get("online_depth") == OnlineDepth.WHOLLY_ONLINE
                and (f.get("visits") or 0) > 0
                and {"visits": f["visits"]}
            ),
        ),
    ),
    Rule(
        "visits.no_other_way",
        Level.WARN,
        _("No visit is needed, but there is no other way either: neither online, nor by post, nor by an agent."),
        sources.PRACTICE,
        at("visits", _nobody_comes_but_how),
    ),
    Rule(
        "visits.many",
        Level.ADVISE,
        _("%(visits)s visits are many. Could some be spared by post or online?"),
        sources.BUSINESS_36,
        at("visits", lambda f: (f.get("visits") or 0) > MANY and {"visits": f["visits"]}),
    ),
    Rule(
        "visits.reason_without_visit",
        Level.WARN,
        _("A reason for the visit is given, but no visit is required."),
        sources.PRACTICE,
        at(
            "visits_reason_zh_hans",
            lambda f: (
                f.get("visits") == 0
                and text(f, "visits_reason_zh_hans")
                and not NOTHING.match(text(f, "visits_reason_zh_hans"))
            ),
        ),
    ),
    Rule(
        "visits.reason_says_nothing",
        Level.WARN,
        _("“%(reason)s” is no reason. Say what has to be done in person."),
        sources.PRACTICE,
        at(
            "visits_reason_zh_hans",
            lambda f: (
                (f.get("visits") or 0) > 0
                and (NO_REASON.match(reason := text(f, "visits_reason_zh_hans")) or NOTHING.match(reason))
                and {"reason": reason}
            ),
        ),
    ),
    Rule(
        "visits.window_without_counter",
        Level.ADVISE,
        _("There are windows, but “at the counter” is not among the channels."),
        sources.PRACTICE,
        at("channels", lambda f: f.get("windows") and _channels(f) and Channel.COUNTER not in _channels(f)),
    ),
    Rule(
        "visits.hall_without_window",
        Level.WARN,
        _("Handled in the service hall, but no window is named."),
        sources.DISCLOSURE_20_2,
        at("windows", lambda f: f.get("in_service_hall") and not f.get("windows")),
    ),
    Rule(
        "visits.window_nowhere",
        Level.WARN,
        _("A window needs a service point or an address."),
        sources.DISCLOSURE_20_2,
        each("windows", "address_zh_hans", _no_address),
    ),
    Rule(
        "visits.window_hours",
        Level.WARN,
        _("A window needs a service point or opening hours."),
        sources.DISCLOSURE_20_2,
        each("windows", "hours_zh_hans", _no_hours),
    ),
)
