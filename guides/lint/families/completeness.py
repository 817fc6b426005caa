"""What must be there before an item may be published, and what readers miss when it is not."""

from collections.abc import Iterator

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guides.codes import HandlingType, ItemType
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Hit, Rule, at, text
from guides.rules.completeness import REQUIRED, Element


def _sentence(element: Element) -> str:
    return gettext("To publish this item, fill in: %(element)s.") % {"element": element.label}


_to_fill_in = lazy(_sentence, str)


def _required(element: Element) -> Rule:
    def check(facts: Facts) -> Iterator[Hit]:
        if element.is_missing(facts):
            yield Hit(element.field)

    return Rule(code_of(element), Level.REFUSE, _to_fill_in(element), element.source, check)


def code_of(element: Element) -> str:
    return f"missing.{element.field.removesuffix('_zh_hans')}"


ELEMENTS = {code_of(element): element for element in REQUIRED}


def is_service(facts: Facts) -> bool:
    return facts.get("item_type") == ItemType.PUBLIC_SERVICE


def is_licence(facts: Facts) -> bool:
    return facts.get("item_type") == ItemType.LICENCE


def takes_time(facts: Facts) -> bool:
    """Does somebody wait for it?"""
    return facts.get("handling_type") != HandlingType.IMMEDIATE and (facts.get("promised_days") or 0) > 1


def _name_repeats(facts: Facts) -> bool:
    everyday = [line.strip() for line in text(facts, "everyday_names_zh_hans").splitlines()]
    return text(facts, "name_zh_hans") in everyday if everyday else False


RULES = (
    *(_required(element) for element in REQUIRED),
    Rule(
        "missing.levels",
        Level.ADVISE,
        _("The level of exercise is not given."),
        sources.ELEMENTS_39554_2,
        at("levels", lambda f: not f.get("levels")),
    ),
    Rule(
        "missing.power_source",
        Level.ADVISE,
        _("The source of the power is not given."),
        sources.ELEMENTS_39554_2,
        at("power_source", lambda f: not f.get("power_source") and f.get("item_type") and not is_service(f)),
    ),
    Rule(
        "missing.review_type",
        Level.ADVISE,
        _("The review type of a licence is not given."),
        sources.ELEMENTS_39554_2,
        at("review_type", lambda f: is_licence(f) and not f.get("review_type")),
    ),
    Rule(
        "missing.everyday_names",
        Level.ADVISE,
        _("No everyday name: people who search for it in their own words may not find it."),
        sources.PRACTICE,
        at("everyday_names_zh_hans", lambda f: not text(f, "everyday_names_zh_hans")),
    ),
    Rule(
        "missing.faqs",
        Level.ADVISE,
        _("A licence should answer at least one frequent question."),
        sources.PRACTICE,
        at("faqs", lambda f: is_licence(f) and not f.get("faqs")),
    ),
    Rule(
        "missing.tracking",
        Level.ADVISE,
        _("It takes time: say how applicants can follow their case."),
        sources.ELEMENTS_39554_2,
        at("tracking_zh_hans", lambda f: takes_time(f) and not text(f, "tracking_zh_hans")),
    ),
    Rule(
        "names.everyday_repeats",
        Level.ADVISE,
        _("An everyday name is the same as the official name; it helps nobody to find the item."),
        sources.PRACTICE,
        at("everyday_names_zh_hans", _name_repeats),
    ),
    Rule(
        "names.short_is_longer",
        Level.ADVISE,
        _("The short name is not shorter than the name."),
        sources.PRACTICE,
        at(
            "short_name_zh_hans",
            lambda f: (
                text(f, "short_name_zh_hans") and len(text(f, "short_name_zh_hans")) >= len(text(f, "name_zh_hans"))
            ),
        ),
    ),
    Rule(
        "names.summary_repeats",
        Level.WARN,
        _("The summary only repeats the name. Say who needs this, and what they get."),
        sources.STEPS_2015_86,
        at(
            "summary_zh_hans",
            lambda f: text(f, "summary_zh_hans") and text(f, "summary_zh_hans").rstrip("。") == text(f, "name_zh_hans"),
        ),
    ),
    Rule(
        "dates.end_before_start",
        Level.WARN,
        _("The item ends before it comes into force."),
        sources.PRACTICE,
        at(
            "end_date",
            lambda f: f.get("effective_date") and f.get("end_date") and f["end_date"] < f["effective_date"],
        ),
    ),
)
