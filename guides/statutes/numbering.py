"""How articles are numbered: 第二十条, and 第二十条之一 for what was put in later (立法法 65). Pure."""

import re
from typing import NamedTuple

from translations.numerals import NUMERAL, value

DIGITS = "零一二三四五六七八九"
UNITS = ((1000, "千"), (100, "百"), (10, "十"))
NUMBER = rf"(?:{NUMERAL.pattern}|[0-9０-９]{{1,4}})"
ARTICLE = rf"第\s*(?P<number>{NUMBER})\s*条(?:\s*之\s*(?P<insertion>{NUMBER}))?"
LARGEST = 9999
_ARTICLE = re.compile(ARTICLE)
_ANCHOR = re.compile(r"article-(\d{1,4})(?:-(\d{1,4}))?")


class ArticleNumber(NamedTuple):
    """``(20, 1)`` for 第二十条之一; ``(20, 0)`` for 第二十条. They sort as the articles stand."""

    number: int
    insertion: int = 0

    @property
    def written(self) -> str:
        """第二十条之一"""
        return f"第{chinese(self.number)}条" + (f"之{chinese(self.insertion)}" if self.insertion else "")

    @property
    def anchor(self) -> str:
        """``article-20-1``: of its place on a page, and in an address."""
        return f"article-{self.number}" + (f"-{self.insertion}" if self.insertion else "")

    @property
    def short(self) -> str:
        """``20-1``: for texts in English."""
        return str(self.number) + (f"-{self.insertion}" if self.insertion else "")

    def follows(self, other: "ArticleNumber") -> bool:
        """Is it the very next one: 21 after 20 or after 20之三, 20之四 after 20之三?"""
        return self in {(other.number + 1, 0), (other.number, other.insertion + 1)}


def chinese(number: int) -> str:
    """``20`` -> 二十, ``105`` -> 一百零五: 0 to 9999."""
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    if number < 10:
        return DIGITS[number]
    text, rest, gap = "", number, False
    for worth, unit in UNITS:
        digit, rest = divmod(rest, worth)
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + unit
        gap = bool(text) and not digit
    text += (("零" if gap else "") + DIGITS[rest]) if rest else ""
    return text.removeprefix("一") if 10 <= number < 20 else text


def arabic(numeral: str) -> int:
    """``二十`` or ``20``, in whichever width, -> ``20``. Raises ``ValueError`` for anything else, and above 9999."""
    number = int(numeral) if numeral.isdigit() else value(numeral)
    if number > LARGEST:
        raise ValueError(numeral)
    return number


def numbered(match: re.Match[str]) -> ArticleNumber | None:
    """What a match of ``ARTICLE`` says; nothing where it is no number, such as 第百千条."""
    try:
        return ArticleNumber(arabic(match["number"]), arabic(match["insertion"]) if match["insertion"] else 0)
    except ValueError:
        return None


def first_article(text: str) -> ArticleNumber | None:
    """The first article that a text names: ``第二十条之一第一款`` -> ``(20, 1)``."""
    match = _ARTICLE.search(text)
    return numbered(match) if match else None


def from_anchor(anchor: str) -> ArticleNumber | None:
    """``article-20-1`` -> ``(20, 1)``; nothing for what is no anchor."""
    match = _ANCHOR.fullmatch(anchor)
    return ArticleNumber(int(match[1]), int(match[2] or 0)) if match else None
