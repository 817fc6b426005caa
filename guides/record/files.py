"""The record as a table: a line for each part that differs."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from knowledge.figures import harmless
from knowledge.throttle import seldom

from .entries import Entry, entries, sides
from .filters import changes_form
from .listing import with_parts
from .views import scope_or_404

BATCH = 200
FILES_A_MINUTE = 6


class _Echo:
    """A file that gives back what is written."""

    def write(self, text: str) -> str:
        return text


@seldom("record-file", FILES_A_MINUTE, unless="address")
def changes_csv(request: HttpRequest, address: str = "") -> StreamingHttpResponse:
    """All that the page's filter leaves, the newest first; written while it is read."""
    scope = scope_or_404(request, address)
    changes = changes_form(request, scope).narrowed(scope.changes)
    writer: Any = csv.writer(_Echo())
    language = get_language() or ""
    lines = (writer.writerow([harmless(cell) for cell in row]) for row in _rows(request, changes, language))
    disposition = {"Content-Disposition": 'attachment; filename="record.csv"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(_with_mark(lines), content_type="text/csv; charset=utf-8", headers=disposition)


def _with_mark(lines: Iterator[str]) -> Iterator[str]:
    """Excel knows by the first character that it is UTF-8."""
    yield "\ufeff"
    yield from lines


def _rows(request: HttpRequest, changes: Any, language: str) -> Iterator[list[str]]:
    """The response is read after the request, when no language is active any more."""
    with override(language):
        yield _headings()
    keys = list(changes.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        with override(language):
            found = with_parts(changes.model.objects.filter(pk__in=keys[start : start + BATCH]))
            shown = entries(request, found, most=None)
            rows = [row for one in shown for row in _rows_of(one, request.build_absolute_uri(one.url))]
        yield from rows


def _headings() -> list[str]:
    return [
        _("Date"),
        _("Time"),
        pgettext("to an item", "What happened"),
        pgettext("of an item", "Code"),
        _("Service"),
        _("Department"),
        _("In force from"),
        pgettext("of a change", "Reason"),
        _("Part"),
        _("Row"),
        _("Before"),
        _("After"),
        _("Address"),
    ]


def _rows_of(one: Entry, address: str) -> Iterator[list[str]]:
    change = one.change
    head = [
        *(f"{one.at:%Y-%m-%d}", f"{one.at:%H:%M}", one.kind, change.sub_code or change.code),
        *(one.name.plain, one.department.plain, str(change.effective_from or ""), one.reason.plain),
    ]
    for part in one.parts:
        yield [*head, part.label, part.row.plain if part.row else "", *sides(part), address]
    if not one.parts:
        yield [*head, "", "", "", "", address]
