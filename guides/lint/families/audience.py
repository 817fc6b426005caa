"""For whom it is, against the lists of topics in which they look for it."""

from django.utils.translation import gettext_lazy as _

from guides.codes import Audience
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Rule, at

INDIVIDUAL, ORGANISATION = "individual", "organisation"


def _topics(facts: Facts, kind: str) -> bool:
    return any(str(key).startswith(f"{kind}/") for key in facts.get("topics") or ())


def _audiences(facts: Facts) -> set[str]:
    return set(facts.get("audiences") or ())


def _organisations(facts: Facts) -> set[str]:
    return _audiences(facts) - {Audience.INDIVIDUAL, Audience.GOVERNMENT}


RULES = (
    Rule(
        "audience.topics_of_individuals",
        Level.WARN,
        _("It stands among the topics for individuals, but individuals may not apply."),
        sources.PRACTICE,
        at(
            "topics",
            lambda f: _audiences(f) and Audience.INDIVIDUAL not in _audiences(f) and _topics(f, INDIVIDUAL),
        ),
    ),
    Rule(
        "audience.topics_of_organisations",
        Level.WARN,
        _("It stands among the topics for organisations, but only individuals may apply."),
        sources.PRACTICE,
        at("topics", lambda f: _audiences(f) == {Audience.INDIVIDUAL} and _topics(f, ORGANISATION)),
    ),
    Rule(
        "audience.no_topic_for_individuals",
        Level.ADVISE,
        _("Individuals may apply, but it stands in none of their topics."),
        sources.PRACTICE,
        at(
            "topics",
            lambda f: Audience.INDIVIDUAL in _audiences(f) and f.get("topics") and not _topics(f, INDIVIDUAL),
        ),
    ),
    Rule(
        "audience.no_topic_for_organisations",
        Level.ADVISE,
        _("Organisations may apply, but it stands in none of their topics."),
        sources.PRACTICE,
        at("topics", lambda f: _organisations(f) and f.get("topics") and not _topics(f, ORGANISATION)),
    ),
)
