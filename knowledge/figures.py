"""The figures of charts as a file to work with."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from .charts import Bar


def as_csv(name: str, charts: Iterable[tuple[str, Sequence[Bar]]]) -> HttpResponse:
    """A file to download with a line for each bar: title of the chart, label, value."""
    return rows_as_csv(name, ((title, row.label, f"{row.value:g}") for title, rows in charts for row in rows))


def rows_as_csv(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    """A file to download with these lines. Excel reads it as it is."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Cache-Control": "no-store"}
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8", headers=disposition)
    csv.writer(response).writerows([harmless(cell) for cell in row] for row in rows)
    return response


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
