"""The list of items as a page and as files, of today, of a day, or as it was published."""

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page

from forms_library.filling.fonts import FontError
from guides.models import PublishedList
from knowledge.models import DepartmentPage
from knowledge.public import public
from knowledge.throttle import seldom
from translations.reading import Reading
from translations.tables import CONTENT_TYPE

from . import catalogue_files
from .catalogue import Entry, by_type, entries_on, grouped, lines_of
from .catalogue_files import Document
from .filters import DayForm
from .scopes import Scope, address_of
from .views import scope_or_404, trail_of

XLSX, PDF = "xlsx", "pdf"
CONTENT_TYPES = {XLSX: CONTENT_TYPE, PDF: "application/pdf"}
MAKERS: dict[str, Callable[[Document], bytes]] = {XLSX: catalogue_files.workbook, PDF: catalogue_files.pdf}
FILES_A_MINUTE = 12
KEPT = 3600  # seconds for which a file is not made again


def _scope(request: HttpRequest, address: str) -> Scope:
    """Raises ``Http404`` for an item: it has no list."""
    scope = scope_or_404(request, address)
    if scope.is_item:
        raise Http404
    return scope


def catalogue(request: HttpRequest, address: str = "") -> HttpResponse:
    """``?day=2026-05-03``; of today without it."""
    scope = _scope(request, address)
    form, day = _day(request)
    rows = entries_on(day, scope.department)
    context = {
        "scope": scope,
        "form": form,
        "issues": list(_issues(scope)),
        "record_url": scope.url("record"),
        "files": [(kind.upper(), f"{scope.url(f'catalogue_{kind}')}?day={day}") for kind in MAKERS],
        "trail": trail_of(scope, _("List of items")),
        **_shown(request, _title(scope), _title(scope, as_html=True), day, rows),
    }
    return render(request, "guides/record/catalogue.html", context)


def _day(request: HttpRequest) -> tuple[DayForm, date]:
    """The day that is asked for; today where that is none, and the form says so."""
    today = timezone.localdate()
    form = DayForm(request.GET if "day" in request.GET else None, initial={"day": today})
    return form, form.cleaned_data["day"] if form.is_valid() else today


def _title(scope: Scope, as_html: bool = False) -> str:
    if not scope.address:
        return _("List of items of the hall")
    return _with_name(_("List of items: %(department)s"), scope.name, as_html)


def _with_name(words: str, name: Any, as_html: bool, **more: str) -> str:
    """As HTML, the name of a department is marked where it is in another language than the page."""
    if as_html:
        return mark_safe(escape(words) % {"department": conditional_escape(name), **more})  # noqa: S308 -- all escaped
    return words % {"department": getattr(name, "plain", name), **more}


def _issues(scope: Scope) -> Any:
    """Of departments that anybody may see."""
    return PublishedList.objects.filter(department=scope.department).defer("rows")


def _shown(request: HttpRequest, title: str, heading: str, day: date, rows: list[Entry]) -> dict[str, Any]:
    lines = lines_of(rows)
    is_today = day == timezone.localdate()
    addresses = {line.address: address_of(request, line.address) for line in lines if line.address}
    return {
        "title": title,
        "heading": heading,
        "day": day,
        "is_today": is_today,
        "count": len(lines),
        "types": by_type(rows),
        "groups": grouped(lines),
        "urls": {path: _then(address, day, is_today) for path, address in addresses.items()},
    }


def _then(address: str, day: date, is_today: bool) -> str:
    """The item's page, or how it stood on the day."""
    return (
        reverse("wagtail_serve", args=[f"{address}/"]) if is_today else reverse("guides:as_of_of", args=[address, day])
    )


@seldom("catalogue-file", FILES_A_MINUTE, unless="address")
def workbook(request: HttpRequest, address: str = "") -> HttpResponse:
    return _file(_of_day(request, address), XLSX)


@seldom("catalogue-file", FILES_A_MINUTE, unless="address")
def document(request: HttpRequest, address: str = "") -> HttpResponse:
    return _file(_of_day(request, address), PDF)


def _of_day(request: HttpRequest, address: str) -> Document:
    """Raises ``Http404`` for a day that is none: the page would say what is wrong, a file cannot."""
    scope = _scope(request, address)
    form, day = _day(request)
    if form.is_bound and not form.is_valid():
        raise Http404
    return Document(_title(scope), day, lines_of(entries_on(day, scope.department)))


def _file(found: Document, kind: str) -> HttpResponse:
    try:
        content = cache.get_or_set(_key(found, kind), lambda: MAKERS[kind](found), KEPT)
    except FontError:
        message = _("The hall has no font to write PDF with. Tell whoever runs it (FORM_FONT).")
        return HttpResponse(message, status=503, content_type="text/plain; charset=utf-8")
    disposition = {"Content-Disposition": f'attachment; filename="items-{found.day}.{kind}"'}
    return HttpResponse(content, content_type=CONTENT_TYPES[kind], headers=disposition)


def _key(found: Document, kind: str) -> str:
    """The same for the same file: by all that stands in it."""
    said = repr((found.title, found.subtitle, [line.cells for line in found.lines]))
    return f"guides.catalogue.{kind}.{hashlib.blake2b(said.encode(), digest_size=16).hexdigest()}"


# --- as they were published ---------------------------------------------------------------------------------------


def _issue_or_404(key: int) -> PublishedList:
    """Not of a department that is not for everybody; one that has been deleted had nothing to hide."""
    found = get_object_or_404(PublishedList, pk=key)
    exists = found.department_id and Page.objects.filter(pk=found.department_id).exists()
    if exists and not public(DepartmentPage).filter(pk=found.department_id).exists():
        raise Http404
    return found


def _issue_title(found: PublishedList, as_html: bool = False) -> str:
    if found.department_id is None:
        return _("List of items of the hall, %(period)s") % {"period": found.period}
    words = _("List of items: %(department)s, %(period)s")
    return _with_name(words, Reading(found).department_name, as_html, period=found.period)


def issue(request: HttpRequest, key: int) -> HttpResponse:
    """A list as it was published; it never changes."""
    found = _issue_or_404(key)
    title, heading = _issue_title(found), _issue_title(found, as_html=True)
    context = {
        "issue": found,
        "files": [(kind.upper(), reverse(f"guides:issue_{kind}", args=[key])) for kind in MAKERS],
        "trail": [(_("List of items"), reverse("guides:catalogue")), (found.period, "")],
        **_shown(request, title, heading, found.day, found.rows),
    }
    return render(request, "guides/record/catalogue.html", context)


def issue_workbook(request: HttpRequest, key: int) -> HttpResponse:
    return _issue_file(key, XLSX)


def issue_document(request: HttpRequest, key: int) -> HttpResponse:
    return _issue_file(key, PDF)


def _issue_file(key: int, kind: str) -> HttpResponse:
    found = _issue_or_404(key)
    return _file(Document(_issue_title(found), found.day, lines_of(found.rows)), kind)
