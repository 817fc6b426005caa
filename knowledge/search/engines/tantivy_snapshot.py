"""One state of a tantivy index, held open for reading."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from haystack.constants import ID
from tantivy import DocAddress, Index, Occur, Query, Schema, Searcher
from tantivy import Order as Direction

from knowledge.search.expressions import Expression, Leaf, known_count, needed_in

from .once import Once
from .snapshot import Answer, Order, Stored, Wanted
from .tantivy_query import translated

META = "meta.json"  # tantivy replaces it with every commit
MOST_VALUES = 10_000  # of one counted field

Place = tuple[Any, DocAddress]  # the score, or what the order is by, and where the document is


class TantivySnapshot:
    """A searcher with everything a search needs. tantivy maps its files into memory: opening costs next to nothing."""

    def __init__(self, directory: Path, schema: Schema) -> None:
        self.directory = directory
        self._state = state_of(directory)  # before opening: a commit in between is noticed
        self._schema = schema
        self._searcher: Searcher = Index.open(str(directory)).searcher()
        self._once: Once[Query] = Once()

    def is_current(self) -> bool:
        try:
            return state_of(self.directory) == self._state
        except OSError:  # somebody removed the directory
            return False

    def close(self) -> None:
        """Nothing to do: the files close with the last reference."""

    def answer(self, wanted: Wanted) -> Answer:
        end = self._searcher.num_docs if wanted.end is None else wanted.end
        counts = self._counts(wanted.expression, wanted.counted)
        if end <= wanted.start:
            return Answer(self._count(wanted.expression), [], counts)
        if wanted.first:
            total, found = self._first(wanted.first, wanted.expression, wanted.start, end)
        else:
            total, found = self._found(self._translated(wanted.expression), wanted.start, end, wanted.order)
        return Answer(total, [(self._stored(one), 0.0 if wanted.order else score) for score, one in found], counts)

    def points(self, identifier: str, leaves: Iterable[Leaf]) -> list[float]:
        itself = Query.const_score_query(Query.term_query(self._schema, ID, identifier), 0.0)
        asked = map(self._translated, leaves)
        found = (_both(itself, leaf) for leaf in asked)
        return [sum(score for score, _address in self._searcher.search(query, limit=1).hits) for query in found]

    def _translated(self, expression: Expression) -> Query:
        return translated(expression, self._schema, self._searcher, self._once)

    def _first(self, first: Expression, whole: Expression, start: int, end: int) -> tuple[int, list[Place]]:
        """The same as ``_found``, with those that stand first: where they fill the page, no other is scored."""
        before, found = self._found(self._translated(first), start, end)
        if before >= end:
            return self._count(whole), found
        without = [(Occur.Must, self._translated(whole)), (Occur.MustNot, self._translated(first))]
        others = Query.boolean_query(without)
        after, more = self._found(others, max(start - before, 0), end - before)
        return before + after, [*found, *more]

    def _count(self, expression: Expression) -> int:
        """How many documents it finds: nothing has to be scored for that."""
        if (known := known_count(expression)) is not None:
            return known
        query = Query.const_score_query(self._translated(needed_in(expression)), 0.0)
        return self._found(query, 0, 1)[0]

    def _found(self, query: Query, start: int, end: int, order: Order | None = None) -> tuple[int, list[Place]]:
        """How many there are, and which are on places ``start`` to ``end``."""
        ordered: dict[str, Any] = {}
        if order:
            ordered = {"order_by_field": order.field, "order": Direction.Desc if order.descending else Direction.Asc}
        found = self._searcher.search(query, limit=end - start, offset=start, **ordered)
        total: int = found.count  # type: ignore[attr-defined]  # which its stub forgets
        return total, found.hits

    def _counts(self, expression: Expression, fields: tuple[str, ...]) -> dict[str, list[tuple[str, int]]]:
        """How many of the documents have each value of these fields: those that none has are left out."""
        if not fields:
            return {}
        wanted = {field: {"terms": {"field": field, "size": MOST_VALUES}} for field in fields}
        found = self._searcher.aggregate(self._translated(needed_in(expression)), wanted)
        return {
            field: sorted((bucket["key"], bucket["doc_count"]) for bucket in found[field]["buckets"])
            for field in fields
        }

    def _stored(self, address: DocAddress) -> Stored:
        document = self._searcher.doc(address).to_dict()
        return {name: _text(values[0]) for name, values in document.items()}


def _both(one: Query, other: Query) -> Query:
    return Query.boolean_query([(Occur.Must, one), (Occur.Must, other)])


def state_of(directory: Path) -> tuple[int, int]:
    """Changes with every commit."""
    meta = (directory / META).stat()
    return meta.st_mtime_ns, meta.st_ino


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
