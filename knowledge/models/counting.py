"""Rows that only count: one more, or the first."""

from typing import Any

from django.db import connection, models


def count_up(model: type[models.Model], **key: Any) -> None:
    """One more in ``times`` of the row with this ``key``, which has a unique constraint; the first one makes the row.

    One statement, so that of several at the same moment none is lost. A key that refers to a row names its column.
    """
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), [quote(name) for name in key]
    statement = (
        f"insert into {table} ({', '.join(columns)}, times) values ({', '.join(['%s'] * len(key))}, 1) "  # noqa: S608
        f"on conflict ({', '.join(columns)}) do update set times = {table}.times + 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, list(key.values()))
