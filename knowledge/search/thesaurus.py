"""Everyday words and the official ones that items are written in. Pure, apart from reading the hall's own list.

An entry leads from everyday words to official ones, never back, and is applied to queries alone: who asks for 扯证 also
finds 结婚登记.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from translations.lists import read_yaml

from .characters import is_latin, normalise
from .questions import understood

OWN_LIST = Path(__file__).parents[1] / "data" / "thesaurus.yaml"
# How sure it is that the official words are meant, by the reason of the entry.
WEIGHTS = {
    "colloquial": 1.0,
    "former_name": 1.0,
    "abbreviation": 1.0,
    "spelling": 1.0,
    "life_event": 0.6,
    "same_act": 0.6,
}
LATER = 0.8  # of the weight of the official words before: the likeliest stand first


@dataclass(frozen=True)
class Entry:
    """What everyday words mean. An entry without official words takes the hall's own entry for them out of use."""

    everyday: str
    official: tuple[str, ...]
    reason: str

    def weighted(self) -> Iterator[tuple[str, float]]:
        """The official words, each with its weight."""
        for number, words in enumerate(self.official):
            yield words, WEIGHTS.get(self.reason, 1.0) * LATER**number


@dataclass(frozen=True)
class Meaning:
    """A part of a query, ``text[start:end]``, with the entry that explains it."""

    start: int
    end: int
    entry: Entry


class Thesaurus:
    """Entries by their everyday words. Of several for the same words the last counts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_words = {normalise(entry.everyday).strip(): entry for entry in entries}
        # Of a query that is looked up, what only asks is gone already: "extend my visa" is "extend visa" then.
        by_subjects = {_subject(words): entry for words, entry in by_words.items()}
        by_words = by_subjects | by_words
        self._entries: Mapping[str, Entry] = {words: entry for words, entry in by_words.items() if entry.official}
        self._longest = max(map(len, self._entries), default=0)

    def __len__(self) -> int:
        return len(self._entries)

    def meanings(self, text: str) -> list[Meaning]:
        """What is explained in a normalised text, from left to right, the longest words first; nothing overlaps."""
        found = []
        position = 0
        while position < len(text):
            meaning = self._at(text, position)
            if meaning:
                found.append(meaning)
            position = meaning.end if meaning else position + 1
        return found

    def _at(self, text: str, start: int) -> Meaning | None:
        for end in range(min(len(text), start + self._longest), start, -1):
            entry = self._entries.get(text[start:end])
            if entry and _is_whole(text, start, end):
                return Meaning(start, end, entry)
        return None


@lru_cache(maxsize=10_000)
def _subject(words: str) -> str:
    return understood(words).subject


def _is_whole(text: str, start: int, end: int) -> bool:
    """Latin words are not cut: ``visa`` does not stand in ``advisable``."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (is_latin(before) and is_latin(text[start])) and not (is_latin(text[end - 1]) and is_latin(after))


@cache
def own_entries() -> tuple[Entry, ...]:
    """The entries that come with the hall."""
    lists = read_yaml(OWN_LIST)
    return tuple(
        Entry(str(everyday), (official,) if isinstance(official, str) else tuple(official), reason)
        for reason, entries in lists.items()
        for everyday, official in entries.items()
    )
