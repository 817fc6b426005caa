"""The passage of a text that answers a query best, with what matched marked. Pure.

Works on the text as its author wrote it: the normalised characters are matched, the original ones are shown.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .characters import han_length, is_han, is_latin, normalise, runs, traditional
from .segmentation import latin_tokens

PASSAGE = 90  # Han characters of a passage; twice as many Latin ones
LONG_WORD = 40
_SENTENCE_END = re.compile(r"[。！？；!?;\n]|\.\s")


class _Characters(dict[str, str]):
    """Each character normalised by itself; ``uneven`` are those that become none or several."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, character: str) -> str:
        plain = normalise(character)
        if len(plain) != 1:
            self.uneven.add(character)
        self[character] = plain
        return plain


_characters = _Characters()


@cache
def _unsettled() -> re.Pattern[str]:
    """Characters that may look different once they are normalised, and are not only punctuation."""
    capitals = "A-Z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    elsewhere = "\u0080-\u1fff\u2070-\u2fff\u3021-\u4dff\ua000-\ufeff\uff66-\U0010ffff"
    return re.compile(f"[{capitals}{elsewhere}{''.join(traditional())}]")


@dataclass(frozen=True)
class Piece:
    """A piece of the original text; ``marked`` where it matched."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Passage:
    """Pieces in order, and whether text was left out before and after them."""

    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def matched(self) -> bool:
        """Is anything marked?"""
        return any(piece.marked for piece in self.pieces)

    @property
    def html(self) -> SafeString:
        """Escaped, with ``<mark>`` around what matched."""
        marked = format_html_join(
            "", "{}", ((format_html("<mark>{}</mark>", p.text) if p.marked else p.text,) for p in self.pieces)
        )
        return format_html("{}{}{}", "…" if self.cut_before else "", marked, "…" if self.cut_after else "")


def highlight(text: str, tokens: Iterable[str]) -> Passage:
    """The whole text with the tokens of a query (``Plan.tokens``) marked."""
    return _pieces(text, _matches(text, tokens), 0, len(text))


def best_passage(text: str, tokens: Iterable[str], length: int = PASSAGE) -> Passage:
    """The part of a text in which most different tokens stand; its beginning where none does.

    It is at most ``length`` Han characters, or twice as many Latin ones, long.
    """
    matches = _matches(text, tokens)
    length = length if _mostly_han(text) else 2 * length
    if len(text) <= length:
        return _pieces(text, matches, 0, len(text))
    start = _sentence_start(text, _densest(matches, length), length)
    return _pieces(text, matches, start, _end(text, start + length))


@dataclass(frozen=True)
class _Match:
    start: int
    end: int
    token: str


def _matches(text: str, tokens: Iterable[str]) -> list[_Match]:
    """Where the tokens stand in the original text, in order: Han wherever it stands, other words whole, by stem."""
    wanted = set(tokens)
    han = sorted((token for token in wanted if is_han(token)), key=len, reverse=True)
    plain, origins = _with_origins(text)
    found = [_Match(origins[i], origins[i + len(t) - 1] + 1, t) for t in han for i in _occurrences(plain, t)]
    found += _words(plain, origins, wanted)
    return sorted(found, key=lambda match: (match.start, match.end))


def _with_origins(text: str) -> tuple[str, Sequence[int]]:
    """The normalised text, and for each of its characters the index of the original one."""
    plain = _unsettled().sub(_settled, text)
    if not any(character in text for character in tuple(_characters.uneven)):
        return plain, range(len(plain))
    lengths = (len(_unsettled().sub(_settled, character)) for character in text)
    return plain, [index for index, length in enumerate(lengths) for _plain in range(length)]


def _settled(found: re.Match[str]) -> str:
    return _characters[found.group()]


def _occurrences(text: str, token: str) -> Iterable[int]:
    index = text.find(token)
    while index >= 0:
        yield index
        index = text.find(token, index + 1)


def _words(plain: str, origins: Sequence[int], wanted: set[str]) -> list[_Match]:
    """Latin words and codes one of whose tokens is wanted."""
    found: list[_Match] = []
    if all(map(is_han, wanted)):
        return found
    position = 0
    for run in runs(plain):
        start = plain.find(run, position)
        if start < 0:
            continue
        position = start + len(run)
        if not is_han(run) and (token := next((t for t in latin_tokens(run) if t in wanted), "")):
            found.append(_Match(origins[start], origins[position - 1] + 1, token))
    return found


def _mostly_han(text: str) -> bool:
    sample = text[:200]
    return 2 * han_length(sample) > sum(map(str.isalnum, sample))


def _densest(matches: list[_Match], length: int) -> int:
    """The start of the window with the most different tokens; longer tokens count for more."""
    best, start, last = 0, 0, 0
    inside: Counter[str] = Counter()
    for first in matches:
        while last < len(matches) and matches[last].end <= first.start + length:
            inside[matches[last].token] += 1
            last += 1
        value = sum(len(token) for token, times in inside.items() if times > 0)
        if value > best:
            best, start = value, first.start
        inside[first.token] -= 1
    return start


def _sentence_start(text: str, match: int, length: int) -> int:
    """The beginning of the sentence with the match, when it is near; else a little before the match."""
    earliest = max(0, match - length // 3)
    if earliest == 0:
        return 0
    ends = [found.end() for found in _SENTENCE_END.finditer(text, earliest, match)]
    return _word_start(text, ends[-1] if ends else earliest, match)


def _word_start(text: str, start: int, match: int) -> int:
    """Not inside a Latin word."""
    while start < match and is_latin(text[start - 1]):
        start += 1
    return start


def _end(text: str, end: int) -> int:
    """Not inside a Latin word, unless that is endless."""
    if end >= len(text):
        return len(text)
    nearest = range(end, max(end - LONG_WORD, 0), -1)
    return next((cut for cut in nearest if not (is_latin(text[cut - 1]) and is_latin(text[cut]))), end)


def _pieces(text: str, matches: list[_Match], start: int, end: int) -> Passage:
    marked = bytearray(len(text))
    for match in matches:
        marked[match.start : match.end] = b"\1" * (match.end - match.start)
    groups = groupby(range(start, end), key=marked.__getitem__)
    pieces = tuple(Piece("".join(text[i] for i in indexes), bool(mark)) for mark, indexes in groups)
    return Passage(pieces, start > 0, end < len(text))
