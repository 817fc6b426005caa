"""Readers, writers and killed processes at the same time."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from haystack import connections
from haystack.query import SearchQuerySet
from whoosh.index import TOC, EmptyIndexError

from knowledge.search.engines.backend import Backend
from knowledge.search.engines.snapshot import Wanted
from knowledge.search.expressions import EVERYTHING
from knowledge.search.places import IndexPlace
from portal.environment import SEARCH_ENGINES

FORK = multiprocessing.get_context("fork")
SIZE = 40


@pytest.fixture(params=SEARCH_ENGINES)
def search_engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def document(number: int, word: str = "common") -> dict[str, Any]:
    return {
        "id": f"guides.guidepage.{number}",
        "django_ct": "guides.guidepage",
        "django_id": str(number),
        "facet_kind": "guide",
        "name_en": f"{word} n{number}",
    }


def backend_at(path: Path) -> Backend:
    backend: Backend = connections["default"].backend("default", PATH=str(path))
    return backend


@pytest.fixture
def filled(search_index: Path) -> Path:
    """Forty documents that answer to one word."""
    publish(search_index)
    return search_index


def publish(path: Path, word: str = "common") -> None:
    place = IndexPlace(path)
    new = backend_at(place.new_generation())
    new.create(document(number, word) for number in range(SIZE))
    place.publish(new.path)


def found() -> list[str]:
    return [hit.pk for hit in SearchQuerySet().filter(name_en="common")[:SIZE]]


@contextmanager
def readers(number: int = 3) -> Iterator[list[str]]:
    """Threads that search all the time; what is wrong with any answer is in the list at the end."""
    wrong: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            keys = found()
            if sorted(map(int, keys)) != list(range(SIZE)):
                wrong.append(f"{len(keys)} rows: {keys}")
        connections["default"].get_backend().close()

    threads = [threading.Thread(target=read) for _reader in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield wrong
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_readers_see_whole_states_while_a_writer_commits(filled: Path) -> None:
    writer = backend_at(filled)
    with readers() as wrong:
        for turn in range(25):
            writer.change([document(number) for number in range(turn, turn + 5)])
    assert wrong == []


def test_searching_never_answers_less_during_rebuilds(filled: Path) -> None:
    with readers() as wrong:
        for _turn in range(10):
            publish(filled)
    assert wrong == []


def test_a_reader_with_an_open_snapshot_survives_two_rebuilds(filled: Path) -> None:
    reader = backend_at(filled)
    snapshot = reader.snapshot()
    publish(filled)
    assert snapshot.answer(Wanted(EVERYTHING)).total == SIZE
    publish(filled)
    assert reader.snapshot().answer(Wanted(EVERYTHING)).total == SIZE


def test_writers_of_several_processes_wait_for_each_other(filled: Path) -> None:
    def add(start: int) -> None:
        for number in range(start, start + 10):
            backend_at(filled).change([document(number)])

    writers = [FORK.Process(target=add, args=(start,)) for start in (100, 200, 300)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert SearchQuerySet().count() == SIZE + 30


@pytest.mark.parametrize("search_engine", ["whoosh"])
def test_a_table_of_contents_that_a_writer_replaced_is_looked_for_again(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = iter([FileNotFoundError, EmptyIndexError])

    def read(*arguments: Any, **options: Any) -> Any:
        if failure := next(replaced, None):
            raise failure
        return whole(*arguments, **options)

    whole = TOC.read
    monkeypatch.setattr(TOC, "read", read)
    assert backend_at(filled).open(filled.resolve()) is not None
    assert list(replaced) == []


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.03, 0.06, 0.1])
def test_a_writer_killed_at_any_moment_leaves_a_readable_index(filled: Path, delay: float) -> None:
    def write_for_ever() -> None:
        while True:
            backend_at(filled).change([document(number) for number in range(SIZE)])

    writer = FORK.Process(target=write_for_ever)
    writer.start()
    time.sleep(0.05 + delay)
    os.kill(writer.pid or 0, signal.SIGKILL)
    writer.join()
    assert sorted(map(int, found())) == list(range(SIZE))
    backend_at(filled).change([document(SIZE)])  # the lock of the dead is free
    assert SearchQuerySet().count() == SIZE + 1


def test_of_many_who_find_the_index_lost_one_builds_it(db: None, search_index: Path) -> None:
    places: list[Path] = []

    def search() -> None:
        reader = backend_at(search_index)
        places.append(reader.snapshot().directory)
        reader.close()

    threads = [threading.Thread(target=search) for _reader in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(places) == 4
    assert set(places) == {search_index.resolve()}
