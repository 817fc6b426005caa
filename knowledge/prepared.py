"""A query by one key that is put into SQL once: Django takes longer to write it than the database to answer it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

KEY = -(2**31) + 1  # the key of nothing: it marks the place of the real one among the parameters


class Prepared:
    """``Prepared(lambda key: Row.objects.filter(page=key))(7)`` -> the rows of page 7.

    The query must be the same for every key and language, but for the key itself.
    """

    def __init__(self, query: Callable[[int], QuerySet[Any]]) -> None:
        self._query = query

    def __call__(self, key: int) -> list[Any]:
        model, sql, values = self._statement
        return list(model._default_manager.raw(sql, [key if value == KEY else value for value in values]))

    @cached_property
    def _statement(self) -> tuple[Any, str, tuple[Any, ...]]:
        found = self._query(KEY)
        return found.model, *found.query.sql_with_params()
