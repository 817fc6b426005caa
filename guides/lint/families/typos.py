"""Slips of the pen: words of a list, signs, brackets, what a converter left behind.

国家通用语言文字法 9: official texts are in standard characters. Titles of statutes and addresses are not looked at.
"""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Check, Facts, Hit, Rule, short
from guides.lint.texts import ENGLISH, texts

from .misspellings import USAGE, WORDS

Patterns = tuple[tuple[re.Pattern[str], str], ...]

MISSPELT: Patterns = tuple((re.compile(pattern), right) for pattern, right in WORDS.items())
UNUSUAL: Patterns = tuple((re.compile(pattern), right) for pattern, right in USAGE.items())
QUOTED = re.compile(r"《[^》]*》|https?://\S+")
DOUBLED = re.compile(r"[，,]{2,}|[、]{2,}|[；;]{2,}|[。]{2}(?!。)|[：:]{2,}|[，、；][。]|。[，、；]")
HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;?!](?=[\u3400-\u9fff])")
REPEATED = re.compile(r"((?<!目)的的(?!确)|了了(?![解结])|和和(?![平气])|或或|(?<![以])及及(?!时)|是是(?!否))")
GARBLED = re.compile(
    r"\ufffd|锟斤拷|烫烫烫|&(?:nbsp|lt|gt|amp|quot|#\d{2,5});|<(?:br|p|div|span|font|td|a)\b[^>]*>|[?？]{4,}|\\[nrt](?![a-z])|[\ue000-\uf8ff]"
)
PAIRS = {"）": "（", "》": "《", "】": "【", "」": "「"}
SAME = str.maketrans("()", "（）")
NUMBER = re.compile(r"(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$")  # 1） a） 一）


def _look(value: str) -> str:
    return QUOTED.sub("□", value)


def misspelt(value: str, patterns: Patterns = MISSPELT) -> tuple[str, str] | None:
    """What is wrong and what is right; ``None`` where nothing is."""
    for pattern, right in patterns:
        if match := pattern.search(value):
            return short(match[0]), match.expand(right)
    return None


def unbalanced(value: str) -> str:
    """The first bracket without its partner; numbers such as ``1）`` need none. Empty where all is well."""
    open_ones: list[str] = []
    same = value.translate(SAME)
    for position, sign in enumerate(same):
        if sign in PAIRS.values():
            open_ones.append(sign)
        elif sign in PAIRS and open_ones and open_ones[-1] == PAIRS[sign]:
            open_ones.pop()
        elif sign in PAIRS and not NUMBER.search(same[:position][-3:]):
            return sign
    return open_ones[-1] if open_ones else ""


def _in_texts(find: Callable[[str], object], endings: tuple[str, ...] = ("_zh_hans",)) -> Check:
    def check(facts: Facts) -> Iterator[Hit]:
        for ending in endings:
            for place, value in texts(facts, ending):
                if found := find(value):
                    yield Hit(place, found if isinstance(found, dict) else {"text": short(str(found))})

    return check


def _word(patterns: Patterns) -> Callable[[str], object]:
    def find(value: str) -> object:
        found = misspelt(_look(value), patterns)
        return found and {"wrong": found[0], "right": found[1]}

    return find


def _match(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def find(value: str) -> str:
        match = pattern.search(_look(value))
        return match[0] if match else ""

    return find


RULES = (
    Rule(
        "typos.word",
        Level.WARN,
        _("“%(wrong)s”: probably “%(right)s” is meant."),
        sources.LANGUAGE_9,
        _in_texts(_word(MISSPELT)),
    ),
    Rule(
        "typos.usage",
        Level.ADVISE,
        _("“%(wrong)s”: official texts write “%(right)s”."),
        sources.LANGUAGE_9,
        _in_texts(_word(UNUSUAL)),
    ),
    Rule(
        "typos.doubled_sign",
        Level.WARN,
        _("Two punctuation marks in a row: “%(text)s”."),
        sources.PUNCTUATION_15834,
        _in_texts(_match(DOUBLED)),
    ),
    Rule(
        "typos.doubled_word",
        Level.WARN,
        _("A word stands twice: “%(text)s”."),
        sources.LANGUAGE_9,
        _in_texts(_match(REPEATED)),
    ),
    Rule(
        "typos.half_width",
        Level.ADVISE,
        _("A Latin punctuation mark between Chinese characters: “%(text)s”."),
        sources.PUNCTUATION_15834,
        _in_texts(_match(HALF_WIDTH)),
    ),
    Rule(
        "typos.bracket",
        Level.WARN,
        _("“%(text)s” has no partner."),
        sources.PUNCTUATION_15834,
        _in_texts(unbalanced),
    ),
    Rule(
        "typos.garbled",
        Level.WARN,
        _("“%(text)s” was left behind by a converter."),
        sources.PRACTICE,
        _in_texts(_match(GARBLED), ("_zh_hans", ENGLISH)),
    ),
)
