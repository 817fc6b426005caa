"""Does each number, date, amount, code, phone, address and placeholder of a Chinese text stand in its translation?

A translation may write a fact its own way (``10万元`` as ``CNY 100,000``, ``2026年3月1日`` as ``1 March 2026``,
``三份`` as ``three copies``); it may not leave it out. Numbers and months in words are known in English alone; in other
languages what may be written in words is not asked for. Pure.
"""

import re
import unicodedata
from calendar import month_abbr, month_name
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from translations.numerals import NUMERAL, scaled, value

from .english_numbers import NUMBER, numbers, words

LANGUAGE_OF_WORDS = "en"
MONTHS = 12
# What a number in Chinese characters counts; without one of these it is often no number (一般, 三农, 万一).
_COUNTED = (
    "个|日|天|年|月|周|岁|元|份|次|倍|人|名|位|张|套|寸|级|类|项|款|条|章|部|家|本|页|小时|分钟|工作日|公里|平方米"
)
_LATIN = "A-Za-z0-9"
_EXACT = re.compile(r"https?://[\w\-./?=&%#:~]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|%\(\w+\)[sd]|\{\w*\}", re.ASCII)
_PHONE = re.compile(r"(?<!\d)0\d{2,3}[- ]?\d{7,8}(?:-\d+)?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)
_DATE = re.compile(r"(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_CODE = re.compile(rf"(?<![{_LATIN}])(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*(?![{_LATIN}])")
_AMOUNT = re.compile(rf"({NUMBER})\s*([万亿]?)", re.ASCII)
_WRITTEN = re.compile(rf"(第?)({NUMERAL.pattern})(?={_COUNTED})")
_THOUSANDS = re.compile(r"(?<=\d)[ .'’](?=\d{3}(?!\d))", re.ASCII)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)", re.ASCII)
_MARKUP = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class _Target:
    """A translation as it is searched for facts."""

    text: str
    digits: str
    numbers: frozenset[Decimal]
    words: frozenset[str]
    knows_words: bool


Test = Callable[[_Target], bool]


def missing_facts(source: str, target: str, language: str) -> list[str]:
    """The facts of the source, as they are written there, that the target does not state; none for no translation."""
    if not target.strip():
        return []
    plain = _plain(target)
    knows_words = language == LANGUAGE_OF_WORDS
    figures = numbers(plain) if knows_words else numbers(plain) | numbers(_as_english_writes_figures(plain))
    read = _Target(plain, re.sub(r"\D", "", plain), figures, words(plain), knows_words)
    return list(dict.fromkeys(written for written, is_stated in _facts(_plain(source)) if not is_stated(read)))


def _plain(text: str) -> str:
    """Without markup, full-width digits and letters as ASCII."""
    return unicodedata.normalize("NFKC", _MARKUP.sub(" ", text))


def _as_english_writes_figures(text: str) -> str:
    """``100 000,5`` and ``100.000,5`` -> ``100000.5``, as most languages beside English and Chinese have it."""
    return _DECIMAL_COMMA.sub(".", _THOUSANDS.sub("", text))


def _facts(source: str) -> Iterator[tuple[str, Test]]:
    """Each fact as it is written, and whether a translation states it; what one kind has read the next do not see."""
    rest = source
    for pattern, test in ((_EXACT, _exactly), (_PHONE, _phone), (_DATE, _date), (_CODE, _exactly), (_AMOUNT, _amount)):
        for found in pattern.finditer(rest):
            yield found[0].strip(), test(found)
        rest = pattern.sub(" ", rest)
    for found in _WRITTEN.finditer(rest):
        if found[1] or value(found[2]) > 1:  # 一 is an article as often as a number
            yield found[0], _counted(value(found[2]))


def _exactly(found: re.Match[str]) -> Test:
    return lambda target: found[0].lower() in target.text.lower()


def _phone(found: re.Match[str]) -> Test:
    digits = re.sub(r"\D", "", found[0])
    return lambda target: digits in target.digits or digits.lstrip("0") in target.digits


def _date(found: re.Match[str]) -> Test:
    year, month, day = found.groups()
    figures = {Decimal(number) for number in (year, day) if number}
    return lambda target: figures <= target.numbers and _has_month(target, int(month))


def _has_month(target: _Target, month: int) -> bool:
    names = {month_name[month].lower(), month_abbr[month].lower()} if 1 <= month <= MONTHS else set()
    return not target.knows_words or bool(names & target.words) or month in target.numbers


def _amount(found: re.Match[str]) -> Test:
    amount = scaled(found[1], found[2])
    return lambda target: amount in target.numbers


def _counted(number: int) -> Test:
    return lambda target: not target.knows_words or number in target.numbers
