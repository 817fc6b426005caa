"""Postings of a Whoosh index as arrays: written in one step for each token, and read in one.

Whoosh's own codec packs and unpacks postings one by one, in Python. With twenty thousand items that are twelve million
steps for a build, which take minutes, and some ten milliseconds for one frequent character of a query.
"""

import zlib
from array import array
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

from .found import Numbers

PLAIN, PACKED = b"\0", b"\1"
SHORT = 64  # postings: fewer are not worth packing
NUMBERS, TIMES = np.dtype("u4"), np.dtype("u2")
MOST_TIMES = np.iinfo(TIMES).max  # what more occurrences are counted as


class Held(NamedTuple):
    """The documents of a segment that hold a token, and how often each holds it."""

    numbers: Numbers
    times: NDArray[np.float32]


class TokenPostings(NamedTuple):
    """What a field writer gets of a token: documents in rising order, and how often each holds it."""

    field: str
    token: bytes
    numbers: "array[int]"
    times: "array[int]"


def encoded(numbers: "array[int]", times: "array[int]") -> bytes:
    """Postings as they lie in a file, in the byte order of the machine: an index does not travel."""
    if len(numbers) < SHORT:
        return PLAIN + numbers.tobytes() + times.tobytes()
    steps = np.diff(np.frombuffer(numbers, NUMBERS), prepend=NUMBERS.type(0))
    return PACKED + zlib.compress(steps.astype(NUMBERS).tobytes() + times.tobytes(), 1)


def decoded(data: bytes) -> Held:
    """The reverse."""
    is_packed = data[:1] == PACKED
    body = zlib.decompress(data[1:]) if is_packed else data[1:]
    count = len(body) // (NUMBERS.itemsize + TIMES.itemsize)
    numbers = np.frombuffer(body, NUMBERS, count)
    times = np.frombuffer(body, TIMES, count, count * NUMBERS.itemsize)
    return Held((np.cumsum(numbers) if is_packed else numbers).astype(np.int32), times.astype(np.float32))


class ArrayMatcher(ListMatcher):
    """The postings of a token: ``held`` for us, one by one for what Whoosh does with them."""

    def __init__(self, held: Held, **options: Any) -> None:
        super().__init__(held.numbers.tolist(), held.times.tolist(), **options)
        self.held = held


class ArrayFieldWriter(W3FieldWriter):
    """Writes all postings of a token at once."""

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[TokenPostings]) -> None:
        """``items`` come in the order of their fields and tokens."""
        field = None
        for postings in items:
            if postings.field != field:
                field = postings.field
                self.start_field(field, schema[field])
            self._write(postings)
        if field is not None:
            self.finish_field()

    def _write(self, postings: TokenPostings) -> None:
        _field, token, numbers, times = postings
        info = W3TermInfo(weight=sum(times), df=len(numbers), maxweight=max(times), minid=numbers[0], maxid=numbers[-1])
        data = encoded(numbers, times)
        info.set_extent(self._postfile.tell(), len(data))
        self._postfile.write(data)
        self._tindex.add(self._fieldid.to_bytes(2, "big") + token, info.to_bytes())


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
