"""Numbers as English writes them. Pure."""

import re
from decimal import Decimal

from translations.numerals import scaled

NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_OTHERS = {"once": 1, "twice": 2, "both": 2, "double": 2, "duplicate": 2, "triplicate": 3, "hundred": 100}
_BY_WORD = (
    {word: number for number, word in enumerate(_SMALL)}
    | {word: number for number, word in enumerate(_ORDINALS, start=1)}
    | {ten: 10 * number for number, ten in enumerate(_TENS, start=2)}
    | {f"{ten}-{_SMALL[unit]}": 10 * number + unit for number, ten in enumerate(_TENS, 2) for unit in range(1, 10)}
    | _OTHERS
)
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9}
_FIGURE = re.compile(
    rf"({NUMBER})(?:st|nd|rd|th)?(?:[\s-]*(thousand|million|billion|k\b|m\b))?", re.ASCII | re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


def words(text: str) -> frozenset[str]:
    """Lower case; of ``two-year`` the whole and the parts."""
    found = _WORD.findall(text.lower())
    return frozenset(part for word in found for part in (word, *word.split("-")))


def numbers(text: str) -> frozenset[Decimal]:
    """Every number in figures or in words: ``CNY 1.5 million`` says both 1.5 and 1500000."""
    found = {Decimal(_BY_WORD[word]) for word in words(text) if word in _BY_WORD}
    for figure, scale in _FIGURE.findall(text):
        plain = scaled(figure, "")
        found |= {plain, plain * _SCALES.get(scale.lower(), 1)}
    return frozenset(found)
