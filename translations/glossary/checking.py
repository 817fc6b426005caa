"""Does a translation use the glossary's rendering of each term of its Chinese text? Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

import snowballstemmer

_WORD = re.compile(r"[a-z]+|\d+")
_STEMMER = snowballstemmer.stemmer("english")


class Term(Protocol):
    @property
    def term(self) -> str: ...
    @property
    def rendering(self) -> str: ...
    @property
    def forbidden_renderings(self) -> list[str]: ...


class Use(StrEnum):
    """How a translation departs from the glossary."""

    FORBIDDEN = "forbidden"
    OTHER = "other"


@dataclass(frozen=True)
class Misuse:
    """A term that is rendered otherwise; ``words`` are the forbidden ones."""

    use: Use
    term: Term
    words: str = ""


def misuses(target: str, terms: Iterable[Term]) -> Iterator[Misuse]:
    """``terms`` are those of the Chinese text. Singular and plural and forms of verbs are one; hyphens do not count."""
    said = stems(target)
    if not said:
        return
    for term in terms:
        bad = [words for words in term.forbidden_renderings if _says(said, words)]
        if bad and not _says_more(said, term.rendering, bad[0]):
            yield Misuse(Use.FORBIDDEN, term, bad[0])
        elif not bad and not _says(said, term.rendering):
            yield Misuse(Use.OTHER, term)


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """The words of an English text without their endings."""
    return tuple(_STEMMER.stemWords(_WORD.findall(text.lower())))


def _says(said: Sequence[str], words: str) -> bool:
    wanted = stems(words)
    return any(tuple(said[start : start + len(wanted)]) == wanted for start in range(len(said) - len(wanted) + 1))


def _says_more(said: Sequence[str], rendering: str, bad: str) -> bool:
    """The right rendering may hold a forbidden one in itself."""
    return _says(stems(rendering), bad) and _says(said, rendering)
