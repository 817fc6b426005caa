"""Looking words up: by Chinese characters, by pinyin without tones, by words of the other language. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar

from pypinyin import Style, lazy_pinyin

LONGEST = 60  # characters of a query that are read
_BETWEEN = re.compile(r"[\W_]+")


class Term(Protocol):
    term: str
    rendering: str
    note: str


Found = TypeVar("Found", bound=Term)


def plain(text: str) -> str:
    """Lower case, without accents and tones, one space between words: ``Huìlǜ`` and ``hui lu`` are one."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ü", "v").replace("ǜ", "v").replace("ǚ", "v"))
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(_BETWEEN.sub(" ", letters.lower()).split())


def pinyin(term: str) -> tuple[str, str]:
    """``("shen fen zheng", "sfz")``"""
    syllables = lazy_pinyin(term, style=Style.NORMAL)
    return " ".join(syllables), "".join(syllable[:1] for syllable in syllables)


def looked_up(terms: Iterable[Found], query: str) -> list[Found]:
    """The terms that a query may mean, those that start with it first; all of them for an empty one."""
    asked = plain(query[:LONGEST])
    if not asked:
        return list(terms)
    ranked = [(rank, term) for term in terms if (rank := _rank(term, asked)) is not None]
    return [term for _rank_of_it, term in sorted(ranked, key=lambda pair: pair[0])]


def _rank(term: Found, asked: str) -> int | None:
    """0 for the term itself, 1 for a beginning, 2 for a part; nothing where it is neither."""
    sounds, initials = pinyin(term.term)
    texts = [plain(term.term), plain(term.rendering), sounds, sounds.replace(" ", ""), initials]
    if asked in texts:
        return 0
    if any(text.startswith(asked) for text in texts[:4]):
        return 1
    parts = [texts[0], f" {texts[1]}", f" {plain(term.note)}"]
    inside = asked in parts[0] or any(f" {asked}" in part for part in parts[1:])
    return 2 if inside else None
