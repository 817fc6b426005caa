"""What changed between two versions of a text, as a reader of both would mark it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"<[^<>]*>|[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)


class Change(StrEnum):
    """Of a piece of a text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """So much of the text that has one fate."""

    change: Change
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Words, numbers and single Chinese characters that are the same, gone or new, in the order of reading."""
    was, now = _TOKEN.findall(before), _TOKEN.findall(after)
    return list(_joined(_pieces(was, now)))


def _pieces(was: list[str], now: list[str]) -> Iterator[Piece]:
    for kind, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(Change.SAME, "".join(was[i:j]))
            continue
        yield Piece(Change.GONE, "".join(was[i:j]))
        yield Piece(Change.NEW, "".join(now[k:m]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Without empty ones."""
    yield from (piece for piece in pieces if piece.text)
