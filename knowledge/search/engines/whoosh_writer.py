"""Writing to a Whoosh index: tokens are gathered in arrays, not as five things each that are sorted in the end."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from whoosh import fields, formats
from whoosh.columns import NumericColumn
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from .whoosh_codec import MOST_TIMES, ArrayCodec, TokenPostings


class SegmentedText(fields.FieldType):
    """A field of white-space separated tokens: searched, not stored. Where it is scored, its column is its length."""

    def __init__(self, scored: bool) -> None:
        super().__init__(formats.Frequency(), analyzer=None)
        self.column_type = NumericColumn("I") if scored else None

    def to_column_value(self, value: str) -> int:
        return len(value.split())


class Pool:
    """The postings of a new segment: for each field and token document and count, one after the other, in one array."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, array[int]]] = {}

    def put(self, field: str, document: int, counts: Mapping[str, int]) -> None:
        """The tokens of a field of a document; documents come in rising order."""
        held = self._fields.setdefault(field, {})
        for token, count in counts.items():
            if (found := held.get(token)) is None:
                found = held[token] = array("I")
            found.append(document)
            found.append(count)

    def add(self, item: tuple[str, bytes, int, float, Any]) -> None:
        """One posting, as Whoosh gives those of segments that it merges."""
        field, token, document, times, _value = item
        self.put(field, document, {token.decode(): int(times)})

    def iter_postings(self) -> Iterator[TokenPostings]:
        """All of them, in the order of fields and tokens."""
        for field, held in sorted(self._fields.items()):
            for token, found in sorted(held.items()):
                times = array("H", (min(count, MOST_TIMES) for count in found[1::2]))
                yield TokenPostings(field, token.encode(), found[0::2], times)

    def cleanup(self) -> None:
        """Forget everything."""
        self._fields.clear()


class Writer(SegmentWriter):
    """The one writer of an index; it is locked until ``commit`` or ``cancel``."""

    def __init__(self, index: FileIndex, **options: Any) -> None:
        super().__init__(index, codec=ArrayCodec(), **options)
        self.pool = Pool()

    def add_document(self, **values: Any) -> None:
        """Put a document in. Raises ``KeyError`` for a field there is not."""
        known = {name: (self.schema[name], value) for name, value in values.items() if value is not None}
        self.perdocwriter.start_doc(self.docnum)
        for name, (field, value) in sorted(known.items()):
            if field.indexed:
                self.pool.put(name, self.docnum, _counts(field, value))
            self.perdocwriter.add_field(name, field, value if field.stored else None, 0)
            if field.column_type:
                self.perdocwriter.add_column_value(name, field.column_type, field.to_column_value(value))
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1


def _counts(field: fields.FieldType, value: str) -> Mapping[str, int]:
    return Counter(value.split()) if isinstance(field, SegmentedText) else {value: 1}
