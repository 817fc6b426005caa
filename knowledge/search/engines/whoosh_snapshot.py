"""One state of a Whoosh index, held open for reading."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from haystack.constants import ID
from numpy.typing import NDArray
from whoosh.index import FileIndex

from knowledge.search.expressions import Expression, Leaf

from .evaluation import evaluate
from .found import NONE, Found, Numbers
from .once import Once
from .snapshot import Answer, Order, Stored, Wanted
from .whoosh_segments import segment

# BM25 as tantivy has it: how much a long text loses, and how soon another occurrence adds nothing more.
B = 0.75
K1 = 1.2
LAST = 2**31 - 1  # where documents without a number stand in an order
CACHED_SCORES = 2_000_000  # postings: some 24 MB a thread


@dataclass(frozen=True)
class Values:
    """The values of a counted field: the documents of all of them one after another, and whose each is."""

    names: Sequence[str]
    numbers: Numbers
    places: NDArray[np.signedinteger[Any]]  # in ``names``


class WhooshSnapshot:
    """A reader with everything a search needs."""

    def __init__(self, index: FileIndex) -> None:
        self.directory = Path(index.storage.folder)
        self._searcher = index.searcher()
        self._reader = self._searcher.reader()
        self._leaves = [
            (leaf, offset, segment(leaf.segment().segment_id()))
            for leaf, offset in self._reader.leaf_readers()
            if leaf.segment()
        ]
        self.size = int(self._reader.doc_count_all())
        self._norms: dict[str, NDArray[np.float64]] = {}
        self._scores: dict[tuple[str, str], Found] = {}
        self._cached = 0
        self._values: dict[str, Values] = {}
        self._once: Once[Found] = Once()

    def is_current(self) -> bool:
        try:
            return bool(self._searcher.up_to_date())
        except OSError:  # somebody removed the directory
            return False

    def close(self) -> None:
        self._searcher.close()

    def answer(self, wanted: Wanted) -> Answer:
        found = evaluate(wanted.expression, self)
        best = self._ordered(found, wanted)
        hits = [
            (self.stored(number), score)
            for number, score in zip(best.numbers.tolist(), best.scores.tolist(), strict=True)
        ]
        return Answer(len(found), hits, {field: self._counts(found, field) for field in wanted.counted})

    def points(self, identifier: str, leaves: Iterable[Leaf]) -> list[float]:
        document = self.scores(ID, identifier).numbers
        return [float(found.scores[found.among(document)].sum()) for found in (evaluate(leaf, self) for leaf in leaves)]

    def stored(self, number: int) -> Stored:
        fields: Stored = self._searcher.stored_fields(number)
        return fields

    def _ordered(self, found: Found, wanted: Wanted) -> Found:
        if wanted.order:
            return found.in_order(self._keys(found, wanted.order), wanted.start, wanted.end)
        if not wanted.first:
            return found.best(wanted.start, wanted.end)
        first = evaluate(wanted.first, self)
        return first.best_before(found.only(~found.among(first.numbers)), wanted.start, wanted.end)

    def _keys(self, found: Found, order: Order) -> NDArray[np.int64]:
        keys = self._column(order.field)[found.numbers]
        return np.where(keys == LAST, LAST, -keys) if order.descending else keys

    def _counts(self, found: Found, field: str) -> list[tuple[str, int]]:
        """How many of the documents have each value of a field: those that none has are left out."""
        if field not in self._values:
            self._values[field] = self._values_of(field)
        values = self._values[field]
        held = np.zeros(self.size, np.bool_)
        held[found.numbers] = True
        counts = np.bincount(values.places[held[values.numbers]], minlength=len(values.names))
        return [(name, count) for name, count in zip(values.names, counts.tolist(), strict=True) if count]

    def _values_of(self, field: str) -> Values:
        names = self.tokens(field, "")
        numbers = [self._held(field, name)[0] for name in names]
        places = [np.full(len(of_one), place) for place, of_one in enumerate(numbers)]
        return Values(names, np.concatenate([NONE.numbers, *numbers]), np.concatenate([NONE.numbers, *places]))

    # --- what evaluation needs ------------------------------------------------------------------------------------

    def scores(self, field: str, token: str) -> Found:
        key = (field, token)
        if (known := self._scores.get(key)) is None:
            known = self._bm25(field, token)
            if self._cached + len(known) > CACHED_SCORES:
                self._scores.clear()
                self._cached = 0
            self._scores[key] = known
            self._cached += len(known) + 1
        return known

    def tokens(self, field: str, start: str) -> list[str]:
        return [token.decode() for token in self._reader.expand_prefix(field, start)]

    def once(self, expression: Expression, find: Callable[[], Found]) -> Found:
        return self._once(expression, find)

    def all_documents(self) -> Numbers:
        return np.flatnonzero(self._alive).astype(np.int32)

    # --- scoring --------------------------------------------------------------------------------------------------

    def _bm25(self, field: str, token: str) -> Found:
        """BM25 with an idf that is never negative, over the documents that are not deleted."""
        numbers, times = self._held(field, token)
        if not len(numbers):
            return NONE
        rarity = math.log(1 + (self._documents - len(numbers) + 0.5) / (len(numbers) + 0.5))
        return Found(numbers, rarity * (K1 + 1) * times / (times + self._norm(field)[numbers]))

    def _held(self, field: str, token: str) -> tuple[Numbers, NDArray[np.float32]]:
        parts = [(offset, part.held(leaf, field, token)) for leaf, offset, part in self._leaves]
        parts = [(offset, held) for offset, held in parts if len(held.numbers)]
        if not parts:
            return NONE.numbers, np.empty(0, np.float32)
        numbers = np.concatenate([held.numbers + np.int32(offset) for offset, held in parts])
        times = np.concatenate([held.times for _offset, held in parts])
        alive = self._alive[numbers]
        return (numbers, times) if alive.all() else (numbers[alive], times[alive])

    def _norm(self, field: str) -> NDArray[np.float64]:
        """The part of BM25 that depends on the length of a document alone."""
        if field not in self._norms:
            lengths = self._column(field) if self._is_scored(field) else np.ones(self.size, np.int64)
            average = float(lengths[self._alive].mean()) or 1.0
            self._norms[field] = (K1 * (1 - B + B * lengths / average)).astype(np.float64)
        return self._norms[field]

    def _is_scored(self, field: str) -> bool:
        return self._reader.schema[field].column_type is not None

    def _column(self, field: str) -> NDArray[np.int64]:
        return np.concatenate([part.column(leaf, field) for leaf, _offset, part in self._leaves])

    @cached_property
    def _alive(self) -> NDArray[np.bool_]:
        alive = np.ones(self.size, np.bool_)
        for leaf, offset, _part in self._leaves:
            alive[[offset + number for number in leaf.deleted_docs_set]] = False
        return alive

    @cached_property
    def _documents(self) -> int:
        return int(self._alive.sum())
