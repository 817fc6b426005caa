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


def _serves_both(facts: Facts) -> bool:
    organisations = _audiences(facts) - {Audience.INDIVIDUAL, Audience.GOVERNMENT}
    return Audience.INDIVIDUAL in _audiences(facts) and bool(organisations)


RULES = (
    Rule(
        "audience.topics_of_individuals",
        Level.WARN,
        _("It stands only among the topics for individuals, but individuals may not apply."),
        sources.PRACTICE,
        at(
            "topics",
            lambda f: (
                _audiences(f)
                and Audience.INDIVIDUAL not in _audiences(f)
                and _topics(f, INDIVIDUAL)
                and not _topics(f, ORGANISATION)
            ),
        ),
    ),
    Rule(
        "audience.topics_of_organisations",
        Level.WARN,
        _("It stands only among the topics for organisations, but only individuals may apply."),
        sources.PRACTICE,
        at(
            "topics",
            lambda f: (
                _audiences(f) == {Audience.INDIVIDUAL} and _topics(f, ORGANISATION) and not _topics(f, INDIVIDUAL)
            ),
        ),
    ),
    Rule(
        "audience.no_topic_for_individuals",
        Level.ADVISE,
        _("Individuals may apply, but it stands in none of their topics."),
        sources.PRACTICE,
        at(
            "topics",
            lambda f: _serves_both(f) and f.get("topics") and not _topics(f, INDIVIDUAL),
        ),
    ),
    Rule(
        "audience.no_topic_for_organisations",
        Level.ADVISE,
        _("Organisations may apply, but it stands in none of their topics."),
        sources.PRACTICE,
        at("topics", lambda f: _serves_both(f) and f.get("topics") and not _topics(f, ORGANISATION)),
    ),
)
