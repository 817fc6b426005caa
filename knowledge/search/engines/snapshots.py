"""One state of a Whoosh index, held open for reading."""

import heapq
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex
from whoosh.reading import TermNotFound

from knowledge.search.expressions import Expression

from .evaluation import Scores, evaluate

# BM25: how much a long text loses, and how soon another occurrence adds nothing more.
B = 0.8
K1 = 1.2
CACHED_POSTINGS = 200_000  # some 20 MB a thread


class Snapshot:
    """A reader with everything a search needs. What happens to the index after it was opened does not touch it."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self.directory = Path(index.storage.folder)
        self._searcher = index.searcher()
        self._reader = self._searcher.reader()
        self._cache: dict[tuple[str, str], Scores] = {}
        self._cached = 0

    def is_current(self) -> bool:
        """Is this still what the index holds?"""
        try:
            return bool(self._searcher.up_to_date())
        except OSError:  # somebody removed the directory
            return False

    def close(self) -> None:
        self._searcher.close()

    def found(self, expression: Expression) -> Scores:
        """Every document that the expression finds, with its score."""
        return evaluate(expression, self)

    def best(self, found: Scores, limit: int | None) -> list[tuple[int, float]]:
        """The best documents as ``(number, score)``; of equally good ones that which was written first comes first."""
        size = len(found) if limit is None else limit
        return heapq.nsmallest(size, found.items(), key=lambda item: (-item[1], item[0]))

    def counts(self, found: Scores, field: str) -> list[tuple[str, int]]:
        """How many of the documents have each token of a field: those that none has are left out."""
        held = ((token, self.scores(field, token)) for token in self.tokens(field, ""))
        counts = ((token, len(found.keys() & with_token.keys())) for token, with_token in held)
        return [(token, count) for token, count in counts if count]

    def stored(self, number: int) -> dict[str, Any]:
        """What the index keeps of a document for showing."""
        fields: dict[str, Any] = self._searcher.stored_fields(number)
        return fields

    def all_stored(self) -> Iterable[dict[str, Any]]:
        """The same of all documents."""
        return (self.stored(number) for number in self.all_documents())

    # --- what evaluation needs ------------------------------------------------------------------------------------

    def scores(self, field: str, token: str) -> Scores:
        key = (field, token)
        if key not in self._cache:
            found = self._scores(field, token)
            if self._cached + len(found) > CACHED_POSTINGS:
                self._cache.clear()
                self._cached = 0
            self._cache[key] = found
            self._cached += len(found)
        return self._cache[key]

    def _scores(self, field: str, token: str) -> Scores:
        """BM25 with an idf that is never negative, over the documents that are not deleted."""
        weights = self._weights(field, token)
        average = self._searcher.avg_field_length(field) or 1.0
        documents = self._reader.doc_count()
        rarity = math.log(1 + (documents - len(weights) + 0.5) / (len(weights) + 0.5))
        length = self._reader.doc_field_length
        scores = {}
        for number, weight in weights:
            saturation = weight + K1 * (1 - B + B * length(number, field) / average)
            scores[number] = rarity * weight * (K1 + 1) / saturation
        return scores

    def _weights(self, field: str, token: str) -> list[tuple[int, float]]:
        weights: list[tuple[int, float]] = []
        try:
            postings = self._reader.postings(field, token)
        except TermNotFound:
            return weights
        while postings.is_active():
            weights.append((postings.id(), postings.weight()))
            postings.next()
        return weights

    def tokens(self, field: str, start: str) -> list[str]:
        return [token.decode() for token in self._reader.expand_prefix(field, start)]

    def all_documents(self) -> Iterable[int]:
        numbers: Iterable[int] = self._reader.all_doc_ids()
        return numbers
