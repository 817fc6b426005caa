"""What a segment of a Whoosh index holds, as arrays that all threads share.

A segment never changes; what was deleted since is known to the snapshot. So its postings are decoded once a process,
not once a thread or once a commit: after a page was published only a new, small segment has to be read.
"""

import threading
from collections import OrderedDict
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermNotFound

from .whoosh_codec import Held

CACHED_POSTINGS = 4_000_000  # of a segment: some 50 MB
NOTHING = Held(np.empty(0, np.int32), np.empty(0, np.float32))


class Segment:
    """The decoded part of one segment. Reading needs a Whoosh reader, which belongs to one thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[str, str], Held] = OrderedDict()
        self._numbers: dict[str, NDArray[Any]] = {}
        self._count = 0

    def held(self, reader: Any, field: str, token: str) -> Held:
        """The postings of a token; those that were longest not asked for are forgotten first."""
        key = (field, token)
        with self._lock:
            if (found := self._held.get(key)) is not None:
                self._held.move_to_end(key)
                return found
        found = _read(reader, field, token)
        with self._lock:
            if key not in self._held:
                self._held[key] = found
                self._count += len(found.numbers) + 1
            while self._count > CACHED_POSTINGS:
                _key, forgotten = self._held.popitem(last=False)
                self._count -= len(forgotten.numbers) + 1
        return found

    def column(self, reader: Any, field: str) -> NDArray[Any]:
        """One number for each document: the length of a field of tokens, or what a field of numbers holds."""
        if field not in self._numbers:
            column = reader.column_reader(field, translate=False)
            self._numbers[field] = np.array(column.load(), dtype=np.int64)
        return self._numbers[field]


_in_use: "WeakValueDictionary[str, Segment]" = WeakValueDictionary()


def segment(identity: str) -> Segment:
    """The segment of this name, for as long as some thread has it open: names are random, no two are alike."""
    return _in_use.setdefault(identity, Segment())


def _read(reader: Any, field: str, token: str) -> Held:
    try:
        postings = reader.postings(field, token)
    except TermNotFound:
        return NOTHING
    held: Held = getattr(postings, "child", postings).held  # Whoosh wraps it where documents are deleted
    return held
