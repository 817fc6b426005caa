"""haystack on Whoosh: pure Python, for text that is segmented already."""

import pickle
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import whoosh
from haystack.backends import BaseEngine
from haystack.constants import ID
from whoosh import fields, formats
from whoosh.columns import NumericColumn
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.index import IndexError as NoIndex

from .backend import IDENTITY, LOCK_TIMEOUT, Backend, Query
from .snapshot import Snapshot, Stored
from .whoosh_snapshot import LAST, WhooshSnapshot

BUILD_MEMORY = 256  # MB that the writer of a whole index may use before it spills to disk
# What Whoosh raises for an index that is not there, not whole, or not of its version.
UNREADABLE = (NoIndex, OSError, EOFError, AssertionError, struct.error, pickle.UnpicklingError)


class Tokens(formats.Frequency):
    """Postings of white-space separated tokens: how often, not where."""

    def word_values(self, value: str, analyzer: Any, **kwargs: Any) -> Iterator[tuple[str, int, float, bytes]]:
        for token, count in Counter(value.split()).items():
            yield token, count, count * self.field_boost, formats.pack_uint(count)


class SegmentedText(fields.FieldType):
    """A field of tokens: searched, not stored. Where it is scored, its column is its length."""

    def __init__(self, scored: bool) -> None:
        super().__init__(Tokens(field_boost=1.0), analyzer=None)
        self.column_type = NumericColumn("I") if scored else None

    def to_column_value(self, value: str) -> int:
        return len(value.split())


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

    engine = f"whoosh {whoosh.__version__}"

    def open(self, directory: Path) -> Snapshot | None:
        index = self._index(directory)
        return WhooshSnapshot(index) if index else None

    def _index(self, directory: Path) -> FileIndex | None:
        try:
            return FileIndex(FileStorage(str(directory)), schema=schema_of(self.fields))
        except UNREADABLE:
            return None

    def create(self, documents: Iterable[Stored]) -> int:
        storage = FileStorage(str(self.path)).create()
        writer = FileIndex.create(storage, schema_of(self.fields)).writer(limitmb=BUILD_MEMORY)
        count = 0
        for count, document in enumerate(documents, start=1):  # noqa: B007 -- counts
            writer.add_document(**document)
        writer.commit()
        self.sign()
        return count

    def change(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        prepared = list(documents)  # before the lock
        if not self.is_usable():
            self.restored()
        index = self._index(self.path.resolve())
        if index is None:
            raise NoIndex(f"The index at {self.path} was lost again")
        writer = index.writer(timeout=LOCK_TIMEOUT, delay=0.02)
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
