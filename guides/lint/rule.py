"""What a rule is. Everything here and in ``families`` is pure: plain facts in, places and words out.

Facts are what ``guides.rules.completeness`` reads, and a little more:

* a column of the item by its name (``summary_zh_hans``, ``visits``); of a reference only whether there is one counts;
* a kind of rows by its relation (``materials``): its rows in order, each a mapping of columns;
* ``topics``: keys of topics (``individual/060``);
* ``same_code``: names of other items with this item's implementation code;
* ``for_investors``: do foreigners need it, investors above all? (``families/english.py``)
* ``troubles``: what a daily look at its links and files found, as ``(kind, place, what)`` with the kinds of
  ``families/links.py``.

A place is a column (``visits``), a kind of rows (``materials``), or a column of a row (``materials.2.name_zh_hans``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from .levels import Level

Facts = Mapping[str, Any]
Row = Mapping[str, Any]
Words = str | Promise


@dataclass(frozen=True)
class Hit:
    """Where a rule found something, and the values that its words name: texts and numbers."""

    place: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)


Check = Callable[[Facts], Iterable[Hit]]


@dataclass(frozen=True)
class Rule:
    """``message`` is what editors read, with ``%(value)s`` of its hits; ``source`` is a law with its article, a
    standard or document by its number, or the practice of other checks.
    """

    code: str  # "limits.promise_longer": family and name; never changes, findings are stored under it
    level: Level
    message: Words
    source: Words
    check: Check

    @property
    def family(self) -> str:
        return self.code.partition(".")[0]


@dataclass(frozen=True)
class Finding:
    """Something that a rule found in an item."""

    rule: Rule
    place: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def level(self) -> Level:
        return self.rule.level

    @property
    def message(self) -> str:
        """In the active language."""
        return said(self.rule.message, self.values)


def said(message: Words, values: Mapping[str, Any]) -> str:
    """A message with its values. Whatever values there are, it is a text: what is stored may be older than its rule."""
    try:
        return str(message) % values if values else str(message)
    except (KeyError, TypeError, ValueError):
        return str(message)


def title_of(rule: Rule) -> str:
    """Its message without values, for lists of rules: ``“…” has no area code.``"""
    return re.sub(r"%\(\w+\)[sd]", "…", str(rule.message))


# --- kinds of checks ----------------------------------------------------------------------------------------------

SHOWN = 40  # characters of a text that a message names


def at(place: str, when: Callable[[Facts], object]) -> Check:
    """A finding at this place when ``when`` holds; what it answers, if a mapping, are the values for the words."""

    def check(facts: Facts) -> Iterator[Hit]:
        if found := when(facts):
            yield Hit(place, found if isinstance(found, dict) else {})

    return check


def each(relation: str, column: str, when: Callable[[Row, Facts], object]) -> Check:
    """A finding at this column of every row for which ``when`` holds; ``name`` is what the row is called."""

    def check(facts: Facts) -> Iterator[Hit]:
        for number, row in enumerate(rows(facts, relation)):
            if found := when(row, facts):
                values = found if isinstance(found, dict) else {}
                yield Hit(f"{relation}.{number}.{column}", {"name": title(row), **values})

    return check


def rows(facts: Facts, relation: str) -> list[Row]:
    return list(facts.get(relation) or ())


def text(facts: Row, name: str) -> str:
    """A text without the space around it; empty for none."""
    value = facts.get(name)
    return value.strip() if isinstance(value, str) else ""


def title(row: Row) -> str:
    """What a row is called, or the beginning of what it says."""
    for name in ("name_zh_hans", "statute_zh_hans", "value", "text_zh_hans", "question_zh_hans", "body_zh_hans"):
        if found := text(row, name):
            return short(found)
    return ""


def short(value: str) -> str:
    return value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
