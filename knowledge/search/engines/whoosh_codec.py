"""Postings of a Whoosh index as arrays: written in one step for each token, and read in one.

Whoosh's own codec packs and unpacks postings one by one, in Python. With twenty thousand items that are twelve million
steps for a build, which take minutes, and some ten milliseconds for one frequent character of a query.
"""

import zlib
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

from .found import Numbers

VERSION = 2  # of what is written here: raise it with every change, and indexes are built anew
RAW, PACKED = b"\0", b"\1"
SHORT = 64  # postings: fewer are not worth packing
NUMBER = np.dtype("u4")
BITS = 8  # of a posting that say how often; the others are the number of the document in its segment
Postings = NDArray[np.uint32]
MOST_TIMES = (1 << BITS) - 1  # what more occurrences are counted as: BM25 gives them no more anyway


class Held(NamedTuple):
    """The documents of a segment that hold a token, and how often each holds it."""

    numbers: Numbers
    times: NDArray[np.float32]


class TokenPostings(NamedTuple):
    """What a field writer gets of a token: postings in the rising order of their documents."""

    field: str
    token: bytes
    postings: Postings


def packed_postings(documents: NDArray[Any], times: NDArray[Any]) -> Postings:
    """Documents, and how often each holds a token, in one number each."""
    return (documents.astype(NUMBER) << BITS) | np.minimum(times, MOST_TIMES).astype(NUMBER)


def encoded(postings: Postings) -> bytes:
    """Postings as they lie in a file, in the byte order of the machine: an index does not travel."""
    if len(postings) < SHORT:
        return RAW + postings.tobytes()
    steps = np.diff(postings >> BITS, prepend=NUMBER.type(0))
    return PACKED + zlib.compress(steps.astype(NUMBER).tobytes() + (postings & MOST_TIMES).astype("u1").tobytes(), 1)


def decoded(data: bytes) -> Held:
    """The reverse."""
    if data[:1] == RAW:
        known = np.frombuffer(data, NUMBER, offset=1)
        return Held((known >> BITS).astype(np.int32), (known & MOST_TIMES).astype(np.float32))
    body = zlib.decompress(data[1:])
    count = len(body) // (NUMBER.itemsize + 1)
    times = np.frombuffer(body, "u1", count, count * NUMBER.itemsize)
    return Held(np.cumsum(np.frombuffer(body, NUMBER, count)).astype(np.int32), times.astype(np.float32))


class ArrayMatcher(ListMatcher):
    """The postings of a token: ``held`` for us, one by one for what Whoosh does with them."""

    def __init__(self, held: Held, **options: Any) -> None:
        super().__init__(held.numbers.data, held.times.data, **options)  # which give Python's numbers, one by one
        self.held = held


class ArrayFieldWriter(W3FieldWriter):
    """Writes all postings of a token at once."""

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[TokenPostings]) -> None:
        """``items`` come in the order of their fields and tokens."""
        field = None
        for held in items:
            if held.field != field:
                field = held.field
                self.start_field(field, schema[field])
            self._write(held)
        if field is not None:
            self.finish_field()

    def _write(self, held: TokenPostings) -> None:
        info = W3TermInfo(df=len(held.postings))
        data = encoded(held.postings)
        info.set_extent(self._postfile.tell(), len(data))
        self._postfile.write(data)
        self._tindex.add(self._fieldid.to_bytes(2, "big") + held.token, info.to_bytes())


class ArrayCodec(W3Codec):
    """Whoosh's codec, but for postings."""

    length_stats = False  # fields of tokens have columns with their lengths

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:
        return ArrayFieldWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> ArrayMatcher:
        offset, (length,) = terminfo.extent()  # as it was unpacked
        held = decoded(bytes(dbfile.get(offset, length)))
        return ArrayMatcher(held, format=format_, term=term, scorer=scorer, terminfo=terminfo)
