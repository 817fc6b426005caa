"""Does a translation use the glossary's rendering of each term of its Chinese text? Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]+|\d+")
_PLURAL = re.compile(r"(?<=[a-rt-z]{3})s$")
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
    """``terms`` are those of the Chinese text.

    A forbidden rendering is one word for word, in singular or plural; the glossary's own may stand in another form
    (``registered`` for ``registration``). Hyphens do not count.
    """
    said, forms = words(target), stems(target)
    if not said:
        return
    for term in terms:
        has_own = _says(forms, stems(term.rendering))
        bad = next((bad for bad in term.forbidden_renderings if _says(said, words(bad))), "")
        if bad and not (has_own and _says(words(term.rendering), words(bad))):  # the right one may hold a forbidden one
            yield Misuse(Use.FORBIDDEN, term, bad)
        elif not bad and not has_own:
            yield Misuse(Use.OTHER, term)


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in the singular, as far as an ``s`` makes the plural."""
    return tuple(_PLURAL.sub("", word) for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """The words of a text without their endings, those of English; of other languages fewer are known."""
    return tuple(_STEMMER.stemWords(_WORD.findall(text.lower())))


def _says(said: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(tuple(said[at : at + len(wanted)]) == wanted for at in range(len(said) - len(wanted) + 1))
