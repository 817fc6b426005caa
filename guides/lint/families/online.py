"""What can be done online, and whether the ways there fit together."""

from django.utils.translation import gettext_lazy as _

from guides.codes import Channel, OnlineDepth, OnlineFunction, ResultKind
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Rule, at, rows, text

APPLIES_ONLINE = (OnlineDepth.FILING, OnlineDepth.WHOLLY_ONLINE)
NOT_ONLINE = (OnlineDepth.NONE, OnlineDepth.INFORMATION, OnlineDepth.FORMS)


def _channels(facts: Facts) -> set[str]:
    return set(facts.get("channels") or ())


def _by_oneself(facts: Facts) -> bool:
    """Level III or IV with a list of functions that has no acceptance: nobody can apply."""
    functions = set(facts.get("online_functions") or ())
    applies = {OnlineFunction.ACCEPTANCE, OnlineFunction.HANDLING, OnlineFunction.RECEIPT}
    return facts.get("online_depth") in APPLIES_ONLINE and bool(functions) and not functions & applies


def _result_stays_there(facts: Facts) -> bool:
    results = [
        row for row in rows(facts, "results") if row.get("kind") in (ResultKind.CERTIFICATE, ResultKind.APPROVAL)
    ]
    comes = facts.get("courier_delivery") or any(row.get("electronic") for row in results)
    return facts.get("online_depth") == OnlineDepth.WHOLLY_ONLINE and bool(results) and not comes


RULES = (
    Rule(
        "online.no_address",
        Level.WARN,
        _("It can be applied for online, but no address is given."),
        sources.BUSINESS_37,
        at(
            "online_url",
            lambda f: Channel.ONLINE in _channels(f) and not text(f, "online_url") and not text(f, "mobile_url"),
        ),
    ),
    Rule(
        "online.address_without_channel",
        Level.ADVISE,
        _("An address for applying online is given, but “online” is not among the channels."),
        sources.PRACTICE,
        at("channels", lambda f: text(f, "online_url") and _channels(f) and Channel.ONLINE not in _channels(f)),
    ),
    Rule(
        "online.depth_without_channel",
        Level.WARN,
        _("The online depth says that one applies online, but “online” is not among the channels."),
        sources.PRACTICE,
        at(
            "channels",
            lambda f: f.get("online_depth") in APPLIES_ONLINE and _channels(f) and Channel.ONLINE not in _channels(f),
        ),
    ),
    Rule(
        "online.channel_without_depth",
        Level.WARN,
        _("“Online” is among the channels, but the online depth says that one cannot apply online."),
        sources.PRACTICE,
        at("online_depth", lambda f: Channel.ONLINE in _channels(f) and f.get("online_depth") in NOT_ONLINE),
    ),
    Rule(
        "online.functions_do_not_apply",
        Level.ADVISE,
        _("One applies online, but what is offered online has neither receipt, nor acceptance, nor handling."),
        sources.PRACTICE,
        at("online_functions", _by_oneself),
    ),
    Rule(
        "online.result_stays",
        Level.WARN,
        _("Wholly online, but the result is neither electronic nor sent: how does it reach the applicant?"),
        sources.PRACTICE,
        at("results", _result_stays_there),
    ),
    Rule(
        "online.payment_for_nothing",
        Level.WARN,
        _("Online payment is offered, but the item charges no fee."),
        sources.PRACTICE,
        at("online_payment", lambda f: f.get("online_payment") and not f.get("charges_fee")),
    ),
    Rule(
        "online.payment_not_offered",
        Level.ADVISE,
        _("One applies online and a fee is charged, but it cannot be paid online."),
        sources.PRACTICE,
        at(
            "online_payment",
            lambda f: f.get("charges_fee") and f.get("online_depth") in APPLIES_ONLINE and not f.get("online_payment"),
        ),
    ),
    Rule(
        "online.appointment_nowhere",
        Level.WARN,
        _("Appointments are taken, but it is not said how: give an address or a rule."),
        sources.PRACTICE,
        at(
            "takes_appointments",
            lambda f: (
                f.get("takes_appointments")
                and not text(f, "appointment_url")
                and not text(f, "appointment_rule_zh_hans")
            ),
        ),
    ),
    Rule(
        "online.appointment_unsaid",
        Level.ADVISE,
        _("There is an address for appointments, but the item is not said to take any."),
        sources.PRACTICE,
        at("takes_appointments", lambda f: text(f, "appointment_url") and not f.get("takes_appointments")),
    ),
)
