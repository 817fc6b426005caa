"""Writing what only counts: no reader waits for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

WAIT = 200  # milliseconds that a reader may wait because somebody else writes into an SQLite database


@contextmanager
def brief() -> Iterator[None]:
    """Wait for another writer no longer than a reader would stand. PostgreSQL locks rows, and for no time at all."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    database = connection.connection
    usual = database.execute("pragma busy_timeout").fetchone()[0]
    database.execute(f"pragma busy_timeout = {WAIT}")
    try:
        yield
    finally:
        database.execute(f"pragma busy_timeout = {usual}")
