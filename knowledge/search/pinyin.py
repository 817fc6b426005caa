"""How Chinese is typed in Latin letters. Pure.

``spelling("身份证")`` -> ``Spelling("shenfenzheng", "sfz")``; Latin letters within are taken as they are typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from .characters import is_han, runs
from .segmentation import words


@dataclass(frozen=True)
class Spelling:
    """``full``: all letters, without tones; ``initials``: the first letter of each syllable or Latin word."""

    full: str
    initials: str


def spelling(text: str) -> Spelling:
    """The spelling of a text, mixed or not: ``"身份zheng"`` -> ``Spelling("shenfenzheng", "sfz")``."""
    return spelling_of(runs(text))


def spelling_of(found: Iterable[str]) -> Spelling:
    """The same of a text that was taken apart into its runs."""
    syllables: list[str] = []
    for run in found:
        if is_han(run):
            syllables += (syllable for word in words(run) for syllable in _syllables(word))
        else:
            syllables.append(run)
    return Spelling("".join(syllables), "".join(syllable[:1] for syllable in syllables))


@lru_cache(maxsize=100_000)
def _syllables(word: str) -> tuple[str, ...]:
    """Of a word, because a hall's names are made of the same words again and again."""
    return tuple(lazy_pinyin(word, style=Style.NORMAL, errors="ignore"))


def halves(full: str, length: int) -> tuple[str, str]:
    """The beginning and the end that a word of ``length`` letters has in common with ``full`` if they differ by one
    letter: one of the two halves is untouched.
    """
    half = length // 2
    return full[:half], full[len(full) - half :] if half else ""


def differ_by_one(one: str, other: str) -> bool:
    """Does one letter more, less, other, or two changed places, make them the same?

    The same words differ by nothing, which counts, too.
    """
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest_one, rest_other = one[start:], other[start:]
    swapped = rest_one[:2] == rest_other[:2][::-1] and rest_one[2:] == rest_other[2:]
    return swapped or any(
        a == b for a, b in ((rest_one[1:], rest_other[1:]), (rest_one, rest_other[1:]), (rest_one[1:], rest_other))
    )
