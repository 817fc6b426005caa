"""What haystack's backends for our engines have in common: reading from one snapshot, writing at once, coming back.

haystack's own backends answer wrong rows on a short last page, mix the document numbers of two readers while a commit
happens, hide errors of their writer (an unpublished page stays findable) and answer nothing while the index is rebuilt.
"""

import shutil
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from haystack import connections
from haystack.backends import BaseSearchBackend, BaseSearchQuery, log_query
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SkipDocument
from haystack.models import SearchResult
from haystack.utils import get_identifier, get_model_ct

from knowledge.search import lexicon, segmentation
from knowledge.search.expressions import EVERYTHING, AllOf, Except, Expression, Leaf, Prefer, Term
from knowledge.search.places import IndexPlace
from knowledge.search.rebuilding import restore
from knowledge.search.similar import similar

from . import filters
from .filters import Fields
from .snapshot import Order, Snapshot, Stored, Wanted

LOCK_TIMEOUT = 60.0  # seconds that one writer waits for another
FINGERPRINT = "fingerprint"
IDENTITY = (ID, DJANGO_CT, DJANGO_ID)


class UnreadableIndexError(Exception):
    """An index was built anew and still cannot be read."""


class Backend(BaseSearchBackend):
    """One index at one path. Each thread has its own, with one open snapshot."""

    engine: str  # with its version, for the fingerprint

    def __init__(self, connection_alias: str, **connection_options: Any) -> None:
        super().__init__(connection_alias, **connection_options)
        self.path = Path(connection_options["PATH"])
        self._snapshot: Snapshot | None = None

    # --- what an engine brings ------------------------------------------------------------------------------------

    @abstractmethod
    def open(self, directory: Path) -> Snapshot | None:
        """The index in a directory whose fingerprint is right; ``None`` where it is not whole."""

    @abstractmethod
    def create(self, documents: Iterable[Stored]) -> int:
        """Make a new index of these documents at the path, a directory; answers how many they are."""

    @abstractmethod
    def change(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        """Put documents in, and take others (by identifier) out, in one commit. Errors reach the caller."""

    # --- reading --------------------------------------------------------------------------------------------------

    @property
    def fields(self) -> Mapping[str, Any]:
        """The haystack fields of all indexes, by name."""
        found: Mapping[str, Any] = connections[self.connection_alias].get_unified_index().all_searchfields()
        return found

    @property
    def fingerprint(self) -> str:
        """Changes whenever an index built before could not be read, or not be searched, as one built now."""
        shape = [(name, type(field).__name__, bool(field.stored)) for name, field in sorted(self.fields.items())]
        return sha256(repr((self.engine, segmentation.VERSION, lexicon.FILE, shape)).encode()).hexdigest()

    def is_usable(self) -> bool:
        """Is there an index, whole, and of our version?"""
        found = self.opened()
        if found:
            found.close()
        return found is not None

    def opened(self) -> Snapshot | None:
        """The index at the path; ``None`` where there is none that we can read."""
        directory = self.path.resolve()
        mark = directory / FINGERPRINT
        if not mark.is_file() or mark.read_text(encoding="ascii") != self.fingerprint:
            return None
        return self.open(directory)

    def sign(self) -> None:
        """Mark a new index as whole: the last step of ``create``."""
        (self.path / FINGERPRINT).write_text(self.fingerprint, encoding="ascii")

    def snapshot(self) -> Snapshot:
        """The index as it is now; one that is lost, or known to be behind, is rebuilt first."""
        if IndexPlace(self.path).is_abandoned():
            restore(self.connection_alias)
        held = self._snapshot
        if held is None or held.directory != self.path.resolve() or not held.is_current():
            new = self.opened() or self._restored()
            self.close()  # only now: what both hold stays in memory
            held = self._snapshot = new
        return held

    def _restored(self) -> Snapshot:
        self.restored()
        if index := self.opened():
            return index
        raise UnreadableIndexError(f"The index at {self.path} was rebuilt and still cannot be read")

    def restored(self) -> None:
        """Build the index anew where it is lost; of several who find that, one builds."""
        restore(self.connection_alias)

    def close(self) -> None:
        """Give back the open files."""
        if self._snapshot:
            self._snapshot.close()
        self._snapshot = None

    @log_query
    def search(
        self, query_string: Expression, start_offset: int = 0, end_offset: int | None = None, **options: Any
    ) -> dict[str, Any]:
        """The documents from ``start_offset`` to ``end_offset``, the best first, and the number of all.

        Of haystack's options there are ``models``; ``facets``, fields of values, which are counted over all documents
        found; ``sort_by``, one field of numbers, with ``-`` before it turned round; ``narrow_queries``, each
        ``field:value``; ``result_class``. Raises ``NotImplementedError`` for others.
        """
        result_class = options.pop("result_class", SearchResult)
        counted = tuple(options.pop("facets", ()))
        order = _order(options.pop("sort_by", ()))
        everything = AllOf((query_string, *_narrowing(options)))
        if options:
            raise NotImplementedError(f"This search does not offer {', '.join(sorted(options))}")
        answer = self.snapshot().answer(Wanted(everything, start_offset or 0, end_offset, order, counted))
        hits = [_result(stored, score, result_class) for stored, score in answer.hits]
        return {"results": hits, "hits": answer.total, "facets": {"fields": answer.counts} if counted else {}}

    def more_like_this(
        self, model_instance: Any, additional_query_string: Expression | None = None, **wanted: Any
    ) -> dict[str, Any]:
        """Documents that are called alike, the most alike first, without the page itself."""
        index = connections[self.connection_alias].get_unified_index().get_index(type(model_instance))
        expression = similar(index.full_prepare(model_instance), self.fields)
        itself = Except(Term(ID, get_identifier(model_instance)))
        answer: dict[str, Any] = self.search(
            AllOf((expression, itself, additional_query_string or EVERYTHING)), **wanted
        )
        return answer

    def count(self, expression: Expression) -> int:
        """How many documents it finds. Asking haystack for that takes longer than counting."""
        return self.snapshot().answer(Wanted(expression, 0, 0)).total

    def points(self, identifier: str, leaves: Iterable[Leaf]) -> list[float]:
        """What each leaf of an expression adds to the score of a document."""
        return self.snapshot().points(identifier, leaves)

    # --- haystack's ways to write ---------------------------------------------------------------------------------

    def update(self, index: Any, iterable: Iterable[Any], commit: bool = True) -> None:
        """Put objects in. The hall's own way is ``indexing``, which no rebuild can overtake."""
        documents = []
        for instance in iterable:
            try:
                documents.append(index.full_prepare(instance))
            except SkipDocument:
                continue
        self.change(documents)

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:
        """Take one object out."""
        self.change([], [get_identifier(obj_or_string)])

    def clear(self, models: Iterable[Any] | None = None, commit: bool = True) -> None:
        """Take everything out, or all documents of some models. An index taken out whole is lost and comes back."""
        if models is None:
            self.close()
            shutil.rmtree(self.path.resolve(), ignore_errors=True)
            return
        wanted = Wanted(filters.of_models(map(get_model_ct, models)))
        self.change([], [stored[ID] for stored, _score in self.snapshot().answer(wanted).hits])


def _narrowing(options: dict[str, Any]) -> Iterator[Expression]:
    """What the options narrow a search down by; they are taken out."""
    for narrow in sorted(options.pop("narrow_queries", ())):
        yield filters.of_narrowing(narrow)
    if models := options.pop("models", ()):
        yield filters.of_models(map(get_model_ct, models))


def _order(sort_by: Sequence[str]) -> Order | None:
    if len(sort_by) > 1:
        raise NotImplementedError("This search orders by one field")
    return next((Order(field.removeprefix("-"), field.startswith("-")) for field in sort_by), None)


def _result(stored: Stored, score: float, result_class: type[SearchResult]) -> SearchResult:
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
        return Prefer(asked, helpful) if helpful else asked

    def build_params(self, spelling_query: str | None = None) -> dict[str, Any]:
        params: dict[str, Any] = super().build_params(spelling_query)
        params.pop("boost", None)  # part of the query
        return params

    end_offset: int | None

    def get_count(self) -> int:
        """haystack reads and scores the first document to know how many there are."""
        if self._hit_count is None and not (self.end_offset or self._more_like_this or self._raw_query):
            self.end_offset = 0
            self.run()
        count: int = super().get_count()
        return count

    def run_mlt(self, **kwargs: Any) -> None:
        """haystack forgets the slice of a search for what is alike, and so reads everything for a page."""
        super().run_mlt(start_offset=self.start_offset, end_offset=self.end_offset, **kwargs)
