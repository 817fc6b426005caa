"""Evaluating an expression over an inverted index, token by token: exact scores, exact counts.

Whoosh's own query matchers lose the best documents: ``ArrayUnionMatcher`` understates what it can still reach, and
``AndMaybe`` and the collectors skip documents on its word. Here is no skipping: every posting of every token counts.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import add
from typing import Protocol

from knowledge.search.expressions import AllOf, AnyOf, Best, Except, Expression, Prefer, Prefix, Term

Scores = Mapping[int, float]  # of the documents found, by their numbers


class Postings(Protocol):
    """What evaluation needs of an index."""

    def scores(self, field: str, token: str) -> Scores:
        """The documents with this token in this field; not to be changed."""

    def tokens(self, field: str, start: str) -> Iterable[str]:
        """The tokens of a field that start so."""

    def all_documents(self) -> Iterable[int]:
        """The numbers of all documents."""


def evaluate(expression: Expression, index: Postings) -> Scores:
    """The documents that an expression finds, with their scores: the sum over all tokens found, each by its weight."""
    match expression:
        case Term(field, token, weight):
            return _weighted(index.scores(field, token), weight)
        case Prefix(field, start, weight):
            found = {number for token in index.tokens(field, start) for number in index.scores(field, token)}
            return dict.fromkeys(found, weight)
        case AllOf(parts):
            return _intersection(parts, index) if parts else dict.fromkeys(index.all_documents(), 1.0)
        case AnyOf(parts) | Best(parts):
            return _union(parts, index, max if isinstance(expression, Best) else add)
        case Except(part):
            without = evaluate(part, index)
            return {number: 1.0 for number in index.all_documents() if number not in without}
        case Prefer(needed, helpful):
            return _preferring(evaluate(needed, index), evaluate(helpful, index))


def _weighted(scores: Scores, weight: float) -> Scores:
    return scores if weight == 1 else {number: score * weight for number, score in scores.items()}


def _union(parts: Iterable[Expression], index: Postings, together: Callable[[float, float], float]) -> Scores:
    total: dict[int, float] = {}
    for part in parts:
        for number, score in evaluate(part, index).items():
            total[number] = together(total.get(number, 0.0), score)
    return total


def _intersection(parts: Iterable[Expression], index: Postings) -> Scores:
    total: Scores | None = None
    for part in parts:
        found = evaluate(part, index)
        if total is None:
            total = found
        else:
            few, many = sorted((total, found), key=len)
            total = {number: score + many[number] for number, score in few.items() if number in many}
        if not total:
            break
    return total or {}


def _preferring(needed: Scores, helpful: Scores) -> Scores:
    return {number: score + helpful.get(number, 0.0) for number, score in needed.items()}
