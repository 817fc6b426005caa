"""Phrases that say nothing.

优化营商环境条例 35: guides are to be made concrete. 国办发〔2015〕86号: name, basis, form and number of each material
are told, and nothing may be asked for beyond the guide. A phrase that leaves it to the counter tells neither.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Check, Facts, Hit, Rule, rows, short
from guides.lint.texts import is_name, texts

from . import empty_phrases as phrases

# Texts in which a phrase of a whole text is an answer: of contacts, names of windows, and places.
SHORT_ANSWERS = re.compile(
    r"^(?:enquiries|complaints|windows\.\d+\.(?:hall|floor|counter|address|transport)|remedies|visits_reason|faqs)"
    r"|(?:actor|issuing_body|territory|situation|source_note|delegating_body|joint_bodies|fee|validity)_zh_hans$"
)
CONDITION = re.compile(r"^conditions\.\d+\.text_zh_hans$")
MATERIAL_NAME = re.compile(r"^materials\.\d+\.name_zh_hans$")
OPEN_LISTS = re.compile(r"^(?:materials\.\d+\.|conditions\.\d+\.text|summary)")


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.MULTILINE)


WHOLE = re.compile(rf"^(?:{'|'.join(phrases.WHOLE)})$")
NO_CONDITION = re.compile(rf"^(?:{'|'.join(phrases.CONDITIONS)})$")
VAGUE, CATCH_ALL = _any_of(phrases.VAGUE), _any_of(phrases.CATCH_ALL)
ELSEWHERE, PLACEHOLDER = _any_of(phrases.ELSEWHERE), _any_of(phrases.PLACEHOLDERS)
LINK = re.compile(r"https?://|www\.|《[^》]+》")
LISTS: Sequence[tuple[str, ...]] = (
    phrases.WHOLE,
    phrases.CONDITIONS,
    phrases.VAGUE,
    phrases.CATCH_ALL,
    phrases.ELSEWHERE,
    phrases.PLACEHOLDERS,
)


def is_empty(value: str, pattern: re.Pattern[str] = WHOLE) -> bool:
    """Does a whole text say nothing?"""
    return bool(pattern.match(re.sub(r"^[（(]?\d{1,2}[)）.、．]\s*|[。；;\s]+$", "", value)))


def _found(pattern: re.Pattern[str], value: str) -> str:
    match = pattern.search(value)
    return short(match[0].strip(" \n，,")) if match else ""


def _in_texts(find: Callable[[str, str], str]) -> Check:
    """``find`` answers the phrase in a text at a place, or nothing."""

    def check(facts: Facts) -> Iterator[Hit]:
        for place, value in texts(facts):
            if phrase := find(place, value):
                yield Hit(place, {"phrase": phrase})

    return check


def _empty(place: str, value: str) -> str:
    free = SHORT_ANSWERS.search(place) or (is_name(place) and not MATERIAL_NAME.match(place))
    no_condition = CONDITION.match(place) and is_empty(value, NO_CONDITION)
    return short(value) if not free and (is_empty(value) or no_condition) else ""


def _cut_off(facts: Facts) -> Iterator[Hit]:
    """“Whoever fulfils one of the following conditions:”, and then nothing; further rows would be the list."""
    for place, value in texts(facts):
        relation, _, rest = place.partition(".")
        is_last = not rest or int(rest.partition(".")[0]) == len(rows(facts, relation)) - 1
        if value.endswith((":", "：")) and is_last and not is_name(place):
            yield Hit(place, {"phrase": short(value[-20:].strip())})


def _catch_all(place: str, value: str) -> str:
    return _found(CATCH_ALL, value) if OPEN_LISTS.match(place) and not is_empty(value) else ""


def _vague(place: str, value: str) -> str:
    named = is_name(place) and not MATERIAL_NAME.match(place)
    return "" if named or is_empty(value) or _catch_all(place, value) else _found(VAGUE, value)


def _elsewhere(place: str, value: str) -> str:
    """Naming the address or the document is not sending away."""
    if is_name(place) or is_empty(value):
        return ""
    sentences = [part for part in re.split(r"[。；;\n]", value) if not LINK.search(part)]
    return next((found for part in sentences if (found := _found(ELSEWHERE, part))), "")


RULES = (
    Rule(
        "phrases.empty",
        Level.WARN,
        _("“%(phrase)s” says nothing. Write what is meant."),
        sources.BUSINESS_35,
        _in_texts(_empty),
    ),
    Rule(
        "phrases.vague",
        Level.WARN,
        _("“%(phrase)s”: say which, how many, how long, or according to what."),
        sources.BUSINESS_35,
        _in_texts(_vague),
    ),
    Rule(
        "phrases.catch_all",
        Level.WARN,
        _("“%(phrase)s” leaves the list open. Name everything that may be asked for."),
        sources.STEPS_2015_86,
        _in_texts(_catch_all),
    ),
    Rule(
        "phrases.elsewhere",
        Level.WARN,
        _("“%(phrase)s” sends the reader elsewhere. Say it here, or give the address."),
        sources.ONLINE_6,
        _in_texts(_elsewhere),
    ),
    Rule(
        "phrases.cut_off",
        Level.WARN,
        _("“%(phrase)s” announces a list that does not come."),
        sources.ONLINE_6,
        _cut_off,
    ),
    Rule(
        "phrases.placeholder",
        Level.WARN,
        _("“%(phrase)s” looks like something that was to be replaced."),
        sources.PRACTICE,
        _in_texts(lambda place, value: _found(PLACEHOLDER, value)),
    ),
)
