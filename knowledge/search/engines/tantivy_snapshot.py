"""One state of a tantivy index, held open for reading."""

from collections.abc import Iterable
from pathlib import Path

from haystack.constants import ID
from tantivy import DocAddress, Index, Occur, Query, Schema, Searcher, SearchResult
from tantivy import Order as Direction

from knowledge.search.expressions import Expression, Leaf

from .once import Once
from .snapshot import Answer, Order, Stored, Wanted
from .tantivy_query import translated

META = "meta.json"  # tantivy replaces it with every commit
MOST_VALUES = 10_000  # of one counted field


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
        query = self._translated(wanted.expression)
        end = self._searcher.num_docs if wanted.end is None else wanted.end
        count = max(end - wanted.start, 0)
        found = self._found(query, wanted.order, wanted.start, count)
        hits = [(self._stored(address), 0.0 if wanted.order else score) for score, address in found.hits[:count]]
        total: int = found.count  # type: ignore[attr-defined]  # which its stub forgets
        return Answer(total, hits, self._counts(query, wanted.counted))

    def points(self, identifier: str, leaves: Iterable[Leaf]) -> list[float]:
        itself = Query.const_score_query(Query.term_query(self._schema, ID, identifier), 0.0)
        asked = map(self._translated, leaves)
        found = (Query.boolean_query([(Occur.Must, itself), (Occur.Must, leaf)]) for leaf in asked)
        return [sum(score for score, _address in self._searcher.search(query, limit=1).hits) for query in found]

    def _translated(self, expression: Expression) -> Query:
        return translated(expression, self._schema, self._searcher, self._once)

    def _found(self, query: Query, order: Order | None, start: int, count: int) -> SearchResult:
        # tantivy does not take a limit of nothing. Where only the number is wanted, nothing has to be scored.
        if not count:
            query = Query.const_score_query(query, 0.0)
        if order is None:
            return self._searcher.search(query, limit=max(count, 1), offset=start)
        direction = Direction.Desc if order.descending else Direction.Asc
        return self._searcher.search(
            query, limit=max(count, 1), offset=start, order_by_field=order.field, order=direction
        )

    def _counts(self, query: Query, fields: tuple[str, ...]) -> dict[str, list[tuple[str, int]]]:
        """How many of the documents have each value of these fields: those that none has are left out."""
        if not fields:
            return {}
        wanted = {field: {"terms": {"field": field, "size": MOST_VALUES}} for field in fields}
        found = self._searcher.aggregate(query, wanted)
        return {
            field: sorted((bucket["key"], bucket["doc_count"]) for bucket in found[field]["buckets"])
            for field in fields
        }

    def _stored(self, address: DocAddress) -> Stored:
        document = self._searcher.doc(address).to_dict()
        return {name: _text(values[0]) for name, values in document.items()}


def state_of(directory: Path) -> tuple[int, int]:
    """Changes with every commit."""
    meta = (directory / META).stat()
    return meta.st_mtime_ns, meta.st_ino


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
