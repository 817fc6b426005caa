"""The databases of this process: the migrated one, and copies of it in which a world was built once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple, TypeVar
from urllib.parse import quote

from django.core.cache import cache
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

T = TypeVar("T")

EMPTY = "empty"
numbers = count(1)


class World(NamedTuple):
    """What a database holds: the world that it is a copy of, and what is built on that."""

    base: str
    build: Callable[[], object]


class Copy(NamedTuple):
    """A copy of the database of this name. Its suffix is never used again: processes that are killed leave files."""

    original: str
    suffix: str
    name: str


class Databases:
    """Opens a database with the world that a test asks for. Each world is built when it is first asked for."""

    def __init__(self, worlds: Mapping[str, World]) -> None:
        self._worlds = worlds
        self._migrated = _opened()
        self._copies: dict[str, Copy] = {}  # by their world

    def open(self, world: str) -> None:
        """Let everything speak to the database with this world; nothing is remembered of another one."""
        if world != EMPTY and world not in self._copies:
            self._build(world)
        _open(self._migrated if world == EMPTY else self._copies[world].name)
        cache.clear()

    def _build(self, world: str) -> None:
        base, build = self._worlds[world]
        self.open(base)
        copy = _copy_of_opened()
        _open(copy.name)
        build()
        self._copies[world] = copy

    def remove(self) -> None:
        """Remove the copies and open the migrated database, the only one that Django knows of."""
        for copy in reversed(self._copies.values()):
            _remove(copy)
        _open(self._migrated)


@contextmanager
def copied() -> Iterator[None]:
    """A copy of the open database, to be spoilt."""
    copy = _copy_of_opened()
    _open(copy.name)
    try:
        yield
    finally:
        _remove(copy)


@contextmanager
def lasting(blocker: DjangoDbBlocker, build: Callable[[], T]) -> Iterator[T]:
    """What is built in the open database for many tests, which only read it; it is taken back at the end."""
    with blocker.unblock(), transaction.atomic():
        built = build()
        connection.check_constraints()  # or PostgreSQL checks all of it again after every test
        yield built
        transaction.set_rollback(True)


def opened_url() -> str:
    """The open database as ``DATABASE_URL`` names it, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    user = ":".join(quote(given[name], safe="") for name in ("USER", "PASSWORD") if given[name])
    return f"postgres://{user}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


def _opened() -> str:
    return str(connection.settings_dict["NAME"])


def _open(name: str) -> None:
    if name != _opened():
        connection.close()
        connection.settings_dict["NAME"] = name


def _copy_of_opened() -> Copy:
    connection.close()
    suffix = str(next(numbers))
    connection.creation.clone_test_db(suffix, verbosity=0)
    return Copy(_opened(), suffix, connection.creation.get_test_db_clone_settings(suffix)["NAME"])


def _remove(copy: Copy) -> None:
    """Remove it and open its original again."""
    _open(copy.original)
    connection.creation.destroy_test_db(suffix=copy.suffix, verbosity=0)
