"""Documents by their numbers, with scores: what postings are, and what evaluating an expression gives. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Points = NDArray[np.float64]


@dataclass(frozen=True)
class Found:
    """Document numbers, rising, each once, and the score of each."""

    numbers: Numbers
    scores: Points

    def __len__(self) -> int:
        return len(self.numbers)

    def weighted(self, weight: float) -> "Found":
        return self if weight == 1 else Found(self.numbers, self.scores * weight)

    def among(self, others: Numbers) -> NDArray[np.bool_]:
        """For each of these documents: is it one of the others, too?"""
        return np.isin(self.numbers, others, assume_unique=True)

    def only(self, kept: NDArray[np.bool_]) -> "Found":
        return Found(self.numbers[kept], self.scores[kept])

    def raised(self, others: Iterable["Found"], size: int) -> "Found":
        """These documents, with the scores that others give them as well. ``size``: no number is as high."""
        total = np.zeros(size)
        for other in others:
            total[other.numbers] += other.scores
        return Found(self.numbers, self.scores + total[self.numbers])

    def best(self, start: int, end: int | None) -> "Found":
        """Those on places ``start`` to ``end``, the best first; of equally good ones the lower number first."""
        rest = self
        if end is not None and end < len(self):
            least = np.partition(self.scores, len(self) - max(end, 1))[len(self) - max(end, 1)]
            rest = self.only(self.scores >= least)
        return rest.in_order(-rest.scores, start, end)

    def best_before(self, others: "Found", start: int, end: int | None) -> "Found":
        """Those on places ``start`` to ``end``, the best of these and then the best of the others."""
        count = len(self)
        ours = self.best(start, end)
        rest = others.best(max(start - count, 0), None if end is None else max(end - count, 0))
        return Found(np.concatenate([ours.numbers, rest.numbers]), np.concatenate([ours.scores, rest.scores]))

    def in_order(self, keys: NDArray[np.generic], start: int, end: int | None) -> "Found":
        """Those on places ``start`` to ``end`` by these keys, the lowest first; equal ones as they were written."""
        order = np.argsort(keys, kind="stable")[start:end]
        return Found(self.numbers[order], self.scores[order])


NONE = Found(np.empty(0, np.int32), np.empty(0, np.float64))


def alike(numbers: Numbers, score: float = 1.0) -> Found:
    """These documents, all with the same score."""
    return Found(numbers, np.full(len(numbers), score))


def union(parts: Sequence[Found], size: int, best_only: bool = False) -> Found:
    """What some part holds, with the sum of its scores, or its best one. ``size``: no number is as high."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NONE
    total = np.zeros(size)
    held = np.zeros(size, np.bool_)
    for part in parts:
        so_far = total[part.numbers]
        total[part.numbers] = np.maximum(so_far, part.scores) if best_only else so_far + part.scores
        held[part.numbers] = True
    numbers = np.flatnonzero(held).astype(np.int32)
    return Found(numbers, total[numbers])


def intersection(one: Found, other: Found) -> Found:
    """What both hold, with the sum of the scores."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    places = np.searchsorted(many.numbers, few.numbers)
    places[places == len(many)] = 0
    if not len(many):
        return NONE
    both = many.numbers[places] == few.numbers
    return Found(few.numbers[both], few.scores[both] + many.scores[places[both]])
