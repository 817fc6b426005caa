"""All rules over the facts of an item. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from .families import (
    assistance,
    audience,
    codes,
    completeness,
    english,
    fees,
    intermediaries,
    laws,
    limits,
    links,
    materials,
    online,
    phones,
    phrases,
    reading,
    results,
    steps,
    typos,
    visits,
)
from .levels import COSTS, Level
from .rule import Facts, Finding, Rule
from .texts import with_texts

FAMILIES = (
    completeness,
    codes,
    audience,
    limits,
    visits,
    online,
    laws,
    materials,
    steps,
    fees,
    intermediaries,
    results,
    assistance,
    phones,
    links,
    phrases,
    typos,
    reading,
    english,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
BY_CODE = {rule.code: rule for rule in RULES}
REFUSING = tuple(rule for rule in RULES if rule.level == Level.REFUSE)


def findings(facts: Facts, rules: Sequence[Rule] = RULES) -> list[Finding]:
    """What these rules find, in their order."""
    known = with_texts(facts) if rules is not REFUSING else facts
    return [Finding(rule, hit.place, hit.values) for rule in rules for hit in rule.check(known)]


def refusals(facts: Facts) -> list[Finding]:
    """What stands in the way of publishing."""
    return findings(facts, REFUSING)


def score(found: Iterable[Finding]) -> int:
    """0 to 100: a hundred without the cost of every rule that found something, however often it did.

    A habit that shows in twenty rows is one thing to mend, so it costs once (docs/decisions/0025).
    """
    broken = {finding.code: finding.level for finding in found}
    return max(0, 100 - sum(COSTS[level] for level in broken.values()))


def by_level(found: Iterable[Finding]) -> dict[Level, int]:
    """How many findings there are of each level."""
    counts = Counter(finding.level for finding in found)
    return {level: counts[level] for level in Level}
