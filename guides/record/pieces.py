"""Two versions of a text, word by word, shortened to what changed and what stands around it. Pure."""

import re
from collections.abc import Iterator

from translations.desk.differences import Change, Piece, differences

AROUND = 40  # characters that are shown on either side of a change
MOST_COMPARED = 1_000_000  # characters before times characters after: more are not compared word by word
_BLOCK_END = re.compile(r"</(?:p|li|h\d|div|tr)>|<br\s*/?>")
_TAG = re.compile(r"<[^<>]*>")


def pieces(before: str, after: str) -> list[Piece]:
    """What is the same, gone and new, in the order of reading; long stretches of the same are cut short."""
    if len(before) * len(after) <= MOST_COMPARED:
        return list(_short(differences(before, after)))
    start = _same_at_start(before, after)
    was, now = before[start:], after[start:]
    end = _same_at_start(was[::-1], now[::-1])
    middle = [
        Piece(Change.SAME, before[:start]),
        Piece(Change.GONE, was[: len(was) - end]),
        Piece(Change.NEW, now[: len(now) - end]),
        Piece(Change.SAME, was[len(was) - end :]),
    ]
    return list(_short([piece for piece in middle if piece.text]))


def _same_at_start(one: str, other: str) -> int:
    """How many characters."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _short(found: list[Piece]) -> Iterator[Piece]:
    last = len(found) - 1
    for number, piece in enumerate(found):
        if piece.change == Change.SAME:
            yield Piece(Change.SAME, _cut(piece.text, first=number == 0, last=number == last))
        else:
            yield piece


def _cut(text: str, first: bool, last: bool) -> str:
    if first and last:
        return text
    head = "" if first else text[:AROUND]
    tail = "" if last else text[-AROUND:]
    return text if len(text) <= len(head) + len(tail) + 1 else f"{head}…{tail}"


def text_of_markup(markup: str) -> str:
    """Rich text as lines of plain text."""
    return _TAG.sub("", _BLOCK_END.sub("\n", markup)).strip()
