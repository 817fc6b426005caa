"""Writing to a Whoosh index: tokens are gathered in arrays, not as five things each that are sorted in the end."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from whoosh import fields, formats
from whoosh.columns import NumericColumn
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from .whoosh_codec import ArrayCodec, Postings, TokenPostings, packed_postings

WORD, LOW = np.uint64(32), np.uint64(0xFFFFFFFF)  # a token above, a document below


class SegmentedText(fields.FieldType):
    """A field of white-space separated tokens: searched, not stored. Where it is scored, its column is its length."""

    def __init__(self, scored: bool) -> None:
        super().__init__(formats.Frequency(), analyzer=None)
        self.column_type = NumericColumn("I") if scored else None

    def to_column_value(self, value: str) -> int:
        return len(value.split())


class FieldPool:
    """The tokens of one field of a new segment: what each is, and where it stands, in two long arrays."""

    def __init__(self) -> None:
        self._known: defaultdict[str, int] = defaultdict()
        self._known.default_factory = self._known.__len__  # a new token gets the next number
        self._tokens = array("I")
        self._documents = array("I")

    def put(self, document: int, tokens: Sequence[str]) -> None:
        self._tokens.extend(map(self._known.__getitem__, tokens))
        self._documents.extend(array("I", [document]) * len(tokens))

    def postings(self) -> Iterator[tuple[str, Postings]]:
        """Each token, in their order, with its postings."""
        if not self._known:
            return
        names = sorted(self._known)
        ranks = np.empty(len(names), np.uint64)
        ranks[[self._known[name] for name in names]] = np.arange(len(names), dtype=np.uint64)
        places = ranks[np.frombuffer(self._tokens, np.uint32)] << WORD | np.frombuffer(self._documents, np.uint32)
        places.sort()
        first = np.flatnonzero(np.diff(places, prepend=places[:1] - np.uint64(1)))
        packed = packed_postings(places[first] & LOW, np.diff(first, append=len(places)))
        of_tokens = np.flatnonzero(np.diff(places[first] >> WORD)) + 1
        yield from zip(names, np.split(packed, of_tokens), strict=True)


class Pool:
    """The postings of a new segment."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, FieldPool] = defaultdict(FieldPool)

    def put(self, field: str, document: int, tokens: Sequence[str]) -> None:
        """The tokens of a field of a document, each as often as it stands there."""
        self._fields[field].put(document, tokens)

    def add(self, item: tuple[str, bytes, int, float, Any]) -> None:
        """One posting, as Whoosh gives those of segments that it merges."""
        field, token, document, times, _value = item
        self.put(field, document, [token.decode()] * int(times))

    def iter_postings(self) -> Iterator[TokenPostings]:
        """All of them, in the order of fields and tokens."""
        for field in sorted(self._fields):
            for token, postings in self._fields[field].postings():
                yield TokenPostings(field, token.encode(), postings)

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
                tokens = value.split() if isinstance(field, SegmentedText) else [value]
                self.pool.put(name, self.docnum, tokens)
            self.perdocwriter.add_field(name, field, value if field.stored else None, 0)
            if field.column_type:
                self.perdocwriter.add_column_value(name, field.column_type, field.to_column_value(value))
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1
