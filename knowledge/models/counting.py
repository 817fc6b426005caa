"""Rows that only count: one more, or the first."""

from typing import Any

from django.db import connection, models
from django.db.models import IntegerField, Subquery, Sum, Value
from django.db.models.functions import Coalesce


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


def times_of(rows: models.QuerySet[Any]) -> Coalesce:
    """The sum of ``times`` of rows that belong to the ``page`` of the query around; 0 where there are none."""
    total = rows.order_by().values("page").annotate(total=Sum("times")).values("total")
    return Coalesce(Subquery(total, output_field=IntegerField()), Value(0))
