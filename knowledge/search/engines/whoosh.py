"""haystack on Whoosh: pure Python, for text that is segmented already."""

import pickle
import struct
import time
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import whoosh
from haystack.backends import BaseEngine
from haystack.constants import ID
from whoosh import fields
from whoosh.columns import NumericColumn
from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError, FileIndex
from whoosh.index import IndexError as NoIndex

from .backend import IDENTITY, LOCK_TIMEOUT, Backend, Query
from .snapshot import Snapshot, Stored
from .whoosh_codec import VERSION as POSTINGS
from .whoosh_snapshot import LAST, WhooshSnapshot
from .whoosh_writer import SegmentedText, Writer

OPENINGS, PAUSE = 5, 0.01  # times that a vanished table of contents is looked for again, seconds between them
BATCH = 10_000  # documents of one segment of a new index: all that are written together lie in memory
# What Whoosh raises for an index that is not there, not whole, or not of its version.
UNREADABLE = (NoIndex, OSError, EOFError, AssertionError, struct.error, pickle.UnpicklingError)


class Number(fields.COLUMN):
    """A field to order by."""

    def __init__(self) -> None:
        super().__init__(NumericColumn("i", default=LAST))

    def to_column_value(self, value: int) -> int:
        return value


def whoosh_field(field: Any) -> fields.FieldType:
    """The Whoosh field of one of our haystack fields."""
    if getattr(field, "orders", False):
        return Number()
    if getattr(field, "segmented", False):
        return SegmentedText(scored=not getattr(field, "counted", False))
    return fields.ID(stored=field.stored) if field.indexed else fields.STORED()


def schema_of(all_fields: Mapping[str, Any]) -> fields.Schema:
    """The Whoosh schema of the fields of all haystack indexes."""
    identity = {name: fields.ID(stored=True, unique=name == ID) for name in IDENTITY}
    return fields.Schema(**identity, **{name: whoosh_field(field) for name, field in all_fields.items()})


class WhooshBackend(Backend):
    """The default engine."""

    engine = f"whoosh {whoosh.__version__}, postings {POSTINGS}"

    def open(self, directory: Path) -> Snapshot | None:
        index = self._index(directory)
        return WhooshSnapshot(index) if index else None

    def _index(self, directory: Path) -> FileIndex | None:
        """The index in a directory; it reads its table of contents, which a writer may replace meanwhile."""
        for _opening in range(OPENINGS):
            try:
                return FileIndex(FileStorage(str(directory)), schema=schema_of(self.fields))
            except (FileNotFoundError, EmptyIndexError):
                time.sleep(PAUSE)
            except UNREADABLE:
                return None
        return None

    def create(self, documents: Iterable[Stored]) -> int:
        index = FileIndex.create(FileStorage(str(self.path)).create(), schema_of(self.fields))
        left, count = iter(documents), 0
        while batch := list(islice(left, BATCH)):
            writer = Writer(index)
            for document in batch:
                writer.add_document(**document)
            writer.commit(merge=False)
            count += len(batch)
        self.sign()
        return count

    def change(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        prepared = list(documents)  # before the lock
        if not self.is_usable():
            self.restored()
        index = self._index(self.path.resolve())
        if index is None:
            raise NoIndex(f"The index at {self.path} was lost again")
        writer = Writer(index, timeout=LOCK_TIMEOUT, delay=0.02)
        try:
            for identifier in removed:
                writer.delete_by_term(ID, identifier)
            for document in prepared:
                writer.update_document(**document)
            writer.commit()
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise


class Engine(BaseEngine):
    """``HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "knowledge.search.engines.whoosh.Engine", "PATH": …}}``."""

    backend = WhooshBackend
    query = Query
