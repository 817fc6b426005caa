"""Two cards side by side. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import strip_tags

from .card import Card

_DETAIL = re.compile(r"\s*[(（:：].*$", re.DOTALL)  # what is said about a thing after its name


@dataclass(frozen=True)
class Pair:
    """A line of each card about the same thing; one side is empty where only the other has it."""

    left: str
    right: str

    @property
    def differs(self) -> bool:
        return self.left != self.right


@dataclass(frozen=True)
class Row:
    """What both cards answer to one question."""

    title: str
    pairs: tuple[Pair, ...]

    @property
    def differs(self) -> bool:
        return any(pair.differs for pair in self.pairs)


def compared(left: Card, right: Card) -> list[Row]:
    """Row by row, in the order of the left card, then what only the right one answers."""
    lines = [{str(answer.title): _plain(answer.lines) for answer in card.answers} for card in (left, right)]
    titles = dict.fromkeys([*lines[0], *lines[1]])
    return [Row(title, tuple(pairs(lines[0].get(title, []), lines[1].get(title, [])))) for title in titles]


def pairs(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Lines about the same thing stand together: materials by their names, whatever is said about copies."""
    if len(left) == len(right) == 1:
        return [Pair(left[0], right[0])]
    waiting: dict[str, list[int]] = {}  # places in ``right``
    for place, line in enumerate(right):
        waiting.setdefault(_thing(line), []).append(place)
    partners = [places.pop(0) if (places := waiting.get(_thing(line))) else None for line in left]
    found = [Pair(line, "" if place is None else right[place]) for line, place in zip(left, partners, strict=True)]
    return [*found, *(Pair("", line) for place, line in enumerate(right) if place not in partners)]


def _thing(line: str) -> str:
    return _DETAIL.sub("", line) or line


def _plain(lines: Sequence[object]) -> list[str]:
    return [" ".join(strip_tags(str(line)).split()) for line in lines]
