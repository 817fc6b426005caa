"""haystack on Whoosh, for text that is segmented already.

haystack's own Whoosh backend answers wrong rows on a short last page, mixes the document numbers of two readers while a
commit happens, hides errors of its writer (an unpublished page stays findable) and answers nothing while the index is
rebuilt. This one reads from one snapshot, writes synchronously, and rebuilds what is lost.
"""

import pickle
import shutil
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import whoosh
from haystack import connections
from haystack.backends import BaseEngine, BaseSearchBackend, BaseSearchQuery, log_query
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SkipDocument
from haystack.models import SearchResult
from haystack.utils import get_identifier, get_model_ct
from whoosh import fields, formats
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.index import IndexError as UnreadableIndex

from knowledge.search import segmentation
from knowledge.search.expressions import EVERYTHING, AllOf, AnyOf, Expression, Prefer, Term
from knowledge.search.places import IndexPlace
from knowledge.search.rebuilding import restore

from . import filters
from .filters import Fields
from .snapshots import Snapshot

LOCK_TIMEOUT = 60.0  # seconds
BUILD_MEMORY = 256  # MB that the writer of a whole index may use before it spills to disk
FINGERPRINT = "fingerprint"
# What Whoosh raises for an index that is not there, not whole, or not of its version.
UNREADABLE = (UnreadableIndex, OSError, EOFError, AssertionError, struct.error, pickle.UnpicklingError)


class Tokens(formats.Frequency):
    """Postings of white-space separated tokens: how often, not where."""

    def word_values(self, value: str, analyzer: Any, **kwargs: Any) -> Iterator[tuple[str, int, float, bytes]]:
        for token, count in Counter(value.split()).items():
            yield token, count, count * self.field_boost, formats.pack_uint(count)


class SegmentedText(fields.FieldType):
    """A field of tokens: searched and scored, not stored."""

    def __init__(self) -> None:
        super().__init__(Tokens(field_boost=1.0), analyzer=None, scorable=True)


def whoosh_field(field: Any) -> fields.FieldType:
    """The Whoosh field of one of our haystack fields."""
    if getattr(field, "segmented", False):
        return SegmentedText()
    return fields.ID(stored=field.stored) if field.indexed else fields.STORED()


def schema_of(all_fields: dict[str, Any]) -> fields.Schema:
    """The Whoosh schema of the fields of all haystack indexes."""
    identity = {ID: fields.ID(stored=True, unique=True)}
    identity |= {name: fields.ID(stored=True) for name in (DJANGO_CT, DJANGO_ID)}
    return fields.Schema(**identity, **{name: whoosh_field(field) for name, field in all_fields.items()})


def fingerprint_of(schema: fields.Schema) -> str:
    """Changes whenever an index built before could not be read, or not be searched, as one built now."""
    shape = [(name, type(field).__name__, bool(field.stored)) for name, field in sorted(schema.items())]
    return sha256(repr((whoosh.__version__, segmentation.VERSION, shape)).encode()).hexdigest()


class Backend(BaseSearchBackend):
    """One index at one path. Each thread has its own, with one open snapshot."""

    def __init__(self, connection_alias: str, **connection_options: Any) -> None:
        super().__init__(connection_alias, **connection_options)
        self.path = Path(connection_options["PATH"])
        self._snapshot: Snapshot | None = None

    @property
    def schema(self) -> fields.Schema:
        """The schema an index should have now."""
        return schema_of(connections[self.connection_alias].get_unified_index().all_searchfields())

    # --- reading --------------------------------------------------------------------------------------------------

    def is_usable(self) -> bool:
        """Is there an index, whole, and of our version?"""
        return self._opened() is not None

    def _opened(self) -> FileIndex | None:
        """The index at the path; ``None`` where there is none that we can read."""
        directory = self.path.resolve()
        mark = directory / FINGERPRINT
        if not mark.is_file() or mark.read_text(encoding="ascii") != fingerprint_of(self.schema):
            return None
        try:
            return FileIndex(FileStorage(str(directory)), schema=self.schema)
        except UNREADABLE:
            return None

    def snapshot(self) -> Snapshot:
        """The index as it is now; one that is lost, or known to be behind, is rebuilt first."""
        if IndexPlace(self.path).is_abandoned():
            restore(self.connection_alias)
        held = self._snapshot
        if held is None or held.directory != self.path.resolve() or not held.is_current():
            self.close()
            held = self._snapshot = Snapshot(self._opened() or self._restored())
        return held

    def _restored(self) -> FileIndex:
        restore(self.connection_alias)
        if index := self._opened():
            return index
        raise UnreadableIndex(f"The index at {self.path} was rebuilt and still cannot be read")

    def close(self) -> None:
        """Give back the open files."""
        if self._snapshot:
            self._snapshot.close()
        self._snapshot = None

    @log_query
    def search(
        self,
        query_string: Expression,
        start_offset: int = 0,
        end_offset: int | None = None,
        models: Iterable[Any] = (),
        facets: Mapping[str, Any] | None = None,
        result_class: type[SearchResult] = SearchResult,
        **unsupported: Any,
    ) -> dict[str, Any]:
        """The documents from ``start_offset`` to ``end_offset``, the best first, and the number of all.

        ``facets`` names fields of tokens; for each the tokens are counted over all documents found.
        """
        if unsupported:
            raise NotImplementedError(f"This search does not offer {', '.join(sorted(unsupported))}")
        only = (filters.of_models(map(get_model_ct, models)),) if models else ()
        snapshot = self.snapshot()
        found = snapshot.found(AllOf((query_string, *only)))
        best = snapshot.best(found, end_offset)
        hits = [_result(snapshot, one, result_class) for one in best[start_offset or 0 :]]
        counts = {field: snapshot.counts(found, field) for field in facets or ()}
        return {"results": hits, "hits": len(found), "facets": {"fields": counts} if counts else {}}

    # --- writing --------------------------------------------------------------------------------------------------

    def create(self, documents: Iterable[dict[str, Any]]) -> int:
        """Make a new index of these documents at the path, a directory; answers how many they are."""
        storage = FileStorage(str(self.path)).create()
        writer = FileIndex.create(storage, self.schema).writer(limitmb=BUILD_MEMORY)
        count = 0
        for count, document in enumerate(documents, start=1):  # noqa: B007 -- counts
            writer.add_document(**document)
        writer.commit()
        (self.path / FINGERPRINT).write_text(fingerprint_of(self.schema), encoding="ascii")
        return count

    def change(self, documents: Iterable[dict[str, Any]], removed: Iterable[str] = ()) -> None:
        """Put documents in, and take others (by identifier) out, in one commit. Errors reach the caller."""
        prepared = list(documents)  # before the lock
        index = self._opened() or self._restored()
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

    def update(self, index: Any, iterable: Iterable[Any], commit: bool = True) -> None:
        """haystack's way to put objects in. The hall's own way is ``indexing``, which no rebuild can overtake."""
        documents = []
        for instance in iterable:
            try:
                documents.append(index.full_prepare(instance))
            except SkipDocument:
                continue
        self.change(documents)

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:
        """haystack's way to take one object out."""
        self.change([], [get_identifier(obj_or_string)])

    def clear(self, models: Iterable[Any] | None = None, commit: bool = True) -> None:
        """Take everything out, or all documents of some models. An index taken out whole is lost and comes back."""
        if models is None:
            self.close()
            shutil.rmtree(self.path.resolve(), ignore_errors=True)
            return
        labels = {get_model_ct(model) for model in models}
        stored = self.snapshot().all_stored()
        self.change([], [document[ID] for document in stored if document[DJANGO_CT] in labels])


def _result(snapshot: Snapshot, found: tuple[int, float], result_class: type[SearchResult]) -> SearchResult:
    number, score = found
    stored = snapshot.stored(number)
    app_label, model_name = stored[DJANGO_CT].split(".")
    kept = {name: value for name, value in stored.items() if name not in (DJANGO_CT, DJANGO_ID)}
    return result_class(app_label, model_name, stored[DJANGO_ID], score, **kept)


class Query(BaseSearchQuery):
    """Collects haystack's filters; there is no query language between them and the engine."""

    def build_query(self) -> Expression:
        unified = connections[self._using].get_unified_index()
        names = {name for name, field in unified.all_searchfields().items() if getattr(field, "segmented", False)}
        known = Fields(unified.document_field, frozenset(names))
        asked = filters.of_filters(self.query_filter, known) if self.query_filter else EVERYTHING
        helpful = tuple(Term(field, token, weight) for (field, token), weight in self.boost.items())
        return Prefer(asked, AnyOf(helpful)) if helpful else asked

    def build_params(self, spelling_query: str | None = None) -> dict[str, Any]:
        params: dict[str, Any] = super().build_params(spelling_query)
        params.pop("boost", None)  # part of the query
        return params


class Engine(BaseEngine):
    """``HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "knowledge.search.engines.whoosh.Engine", "PATH": …}}``."""

    backend = Backend
    query = Query
