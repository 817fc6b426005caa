"""Evaluating an expression over an inverted index, token by token: exact scores, exact counts.

Whoosh's own query matchers lose the best documents: ``ArrayUnionMatcher`` understates what it can still reach, and
``AndMaybe`` and the collectors skip documents on its word. Here is no skipping: every posting of every token counts.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

import numpy as np

from knowledge.search.expressions import AllOf, AnyOf, Best, Except, Expression, Has, Prefer, Prefix, Term, unordered

from .found import NONE, Found, Numbers, alike, intersection, union


class Postings(Protocol):
    """What evaluation needs of an index."""

    size: int  # no document has a number as high

    def scores(self, field: str, token: str) -> Found:
        """The documents with this token in this field."""

    def tokens(self, field: str, start: str) -> Iterable[str]:
        """The tokens of a field that start so."""

    def all_documents(self) -> Numbers:
        """The numbers of all documents."""

    def once(self, expression: Expression, find: Callable[[], Found]) -> Found:
        """What ``find`` gives, which need not be called again for the very same expression."""


def evaluate(expression: Expression, index: Postings) -> Found:
    """The documents that an expression finds, with their scores: the sum over all tokens found, each by its weight."""
    expression = unordered(expression)
    match expression:
        case Term(field, token, weight):
            return index.scores(field, token).weighted(weight)
        case Has(field, token, weight) | Prefix(field, token, weight):
            tokens = [token] if isinstance(expression, Has) else index.tokens(field, token)
            return alike(union([index.scores(field, token) for token in tokens], index.size).numbers, weight)
        case AllOf(parts):
            return _all_of(parts, index) if parts else alike(index.all_documents())
        case AnyOf(parts) | Best(parts):
            return union([evaluate(part, index) for part in parts], index.size, isinstance(expression, Best))
        case Except(part):
            everything = index.all_documents()
            without = evaluate(part, index).numbers
            return alike(everything[~np.isin(everything, without, assume_unique=True)])
        case Prefer(needed, helpful):
            # The heart of a reader's search: a page of results asks for it several times, narrowed down in other ways.
            return index.once(expression, lambda: _preferring(evaluate(needed, index), helpful, index))


def _all_of(parts: Iterable[Expression], index: Postings) -> Found:
    total: Found | None = None
    for part in parts:
        found = evaluate(part, index)
        total = found if total is None else intersection(total, found)
        if not len(total):
            break
    return NONE if total is None else total


def _preferring(needed: Found, helpful: Iterable[Expression], index: Postings) -> Found:
    if not len(needed):
        return NONE
    return needed.raised([evaluate(part, index) for part in helpful], index.size)
