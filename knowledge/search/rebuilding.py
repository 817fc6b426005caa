"""Building a whole index beside the live one, and swapping them in one step.

Readers never see an index that is empty or half built. What changes while the new one is built is noted by the tasks
that keep the live one in step (``indexing``), and applied to the new one before the swap.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import apps
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.exceptions import NotHandled

from .documents import Document
from .lexicon import Lexicon, Writer
from .places import Change, IndexPlace
from .registry import kinds

Progress = Callable[[int], object]


def place_of(alias: str = DEFAULT_ALIAS) -> IndexPlace:
    """Where the index of a connection lies."""
    return IndexPlace(Path(connections[alias].get_backend().path))


def rebuild(alias: str = DEFAULT_ALIAS, progress: Progress = lambda count: None, wait: bool = True) -> int:
    """Build the index anew; answers the number of documents.

    ``progress`` hears of every document. Raises ``places.Busy`` where another rebuild is under way and ``wait`` is not
    set.
    """
    place = place_of(alias)
    with place.lock("rebuild", wait=wait):
        return _rebuild(alias, place, progress)


def restore(alias: str = DEFAULT_ALIAS) -> None:
    """Build a lost index; of many who find it lost, one builds and the others wait."""
    place = place_of(alias)
    with place.lock("rebuild"):
        if place.is_abandoned() or not connections[alias].get_backend().is_usable():
            _rebuild(alias, place, lambda count: None)


def _rebuild(alias: str, place: IndexPlace, progress: Progress) -> int:
    with place.lock("changes"):
        place.start_notes()
    engine = _engine_at(place.new_generation(), alias)
    count = _fill(engine, _all_documents(alias), progress)
    with place.lock("changes"):
        bring_up_to_date(engine, place.take_notes(), alias)
        place.publish(engine.path)
        place.caught_up()
    return count


def build(documents: Iterable[Document], alias: str = DEFAULT_ALIAS) -> int:
    """Make these documents the whole index, whatever the database holds; for benchmarks and tests of engines."""
    place = place_of(alias)
    with place.lock("rebuild"):
        engine = _engine_at(place.new_generation(), alias)
        count = _fill(engine, documents, lambda done: None)
        place.publish(engine.path)
    return count


def _fill(engine: Any, documents: Iterable[Document], progress: Progress) -> int:
    with Lexicon(engine.path).building() as lexicon:
        count: int = engine.create(_noted(documents, lexicon, progress))
    return count


def _engine_at(path: Path, alias: str) -> Any:
    connection = connections[alias]
    return connection.backend(alias, **{**connection.options, "PATH": str(path)})


def _all_documents(alias: str) -> Iterator[Document]:
    for kind in kinds(alias):
        yield from kind.all_documents()


def _noted(documents: Iterable[Document], lexicon: Writer, progress: Progress) -> Iterator[dict[str, Any]]:
    """The fields for the engine; on the way the lexicon learns what the pages are called."""
    for document in documents:
        lexicon.add(document.id, document.titles)
        yield document.fields
        progress(1)


def expected_documents(alias: str = DEFAULT_ALIAS) -> int:
    """How many documents a rebuild would make now."""
    return sum(kind.index_queryset().count() for kind in kinds(alias))


def bring_up_to_date(engine: Any, changes: Iterable[Change], alias: str = DEFAULT_ALIAS) -> None:
    """Make the index hold of these pages what the database holds now: nothing of those that are not public.

    All in one commit. Doing it again changes nothing. A model that is not searched any more is ignored.
    """
    documents: list[Document] = []
    gone: list[str] = []
    for label, keys in _keys_by_model(changes).items():
        try:
            index = connections[alias].get_unified_index().get_index(apps.get_model(label))
        except NotHandled:
            continue
        found = list(index.documents(index.index_queryset().filter(pk__in=keys)))
        public = {document.id for document in found}
        documents += found
        gone += [identifier for key in sorted(keys) if (identifier := f"{label}.{key}") not in public]
    if documents or gone:
        _write(engine, documents, gone)


def _keys_by_model(changes: Iterable[Change]) -> dict[str, set[int]]:
    keys: dict[str, set[int]] = {}
    for label, changed in changes:
        keys.setdefault(label, set()).update(changed)
    return keys


def _write(engine: Any, documents: Sequence[Document], gone: Sequence[str]) -> None:
    with Lexicon(Path(engine.path)).writing() as lexicon:
        for document in documents:
            lexicon.put(document.id, document.titles)
        for identifier in gone:
            lexicon.take_out(identifier)
    engine.change([document.fields for document in documents], gone)
