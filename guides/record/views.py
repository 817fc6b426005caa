"""Pages of the record: the hall's, a department's, an item's, and one change."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from translations.reading import Reading
from translations.wording import long_date

from . import scopes
from .entries import entries, entry
from .filters import DayForm, changes_form
from .listing import page_of_changes, public_changes, with_parts
from .scopes import Scope


def scope_or_404(request: HttpRequest, address: str = "") -> Scope:
    """The hall without an address. Raises ``Http404``."""
    found = scopes.find(request, address) if address else scopes.hall()
    if found is None:
        raise Http404
    return found


def trail_of(scope: Scope, title: str) -> list[tuple[Any, str]]:
    """Breadcrumbs: department, item, this page."""
    above: list[tuple[Any, str]] = []
    if scope.is_item and scope.page:
        above.append((Reading(scope.page.department).name, scope.page.department.url))
    if scope.address:
        above.append((scope.name, scope.page_url))
    return [*above, (title, "")]


def record(request: HttpRequest, address: str = "") -> HttpResponse:
    """What changed, the newest first. An item that has moved is found under its old address, too."""
    scope = scope_or_404(request, address)
    if scope.address != address:
        return redirect(scope.url("record"), permanent=True)
    form = changes_form(request, scope)
    listing = page_of_changes(form.narrowed(scope.changes), request.GET.get("page"))
    context = {
        "scope": scope,
        "form": form,
        "listing": listing,
        "entries": entries(request, listing.page.object_list),
        "query": _query(request),
        "day_form": DayForm() if scope.is_item else None,
        "links": _links(scope),
        "trail": trail_of(scope, _("What has changed")),
    }
    return render(request, "guides/record/record.html", context)


def _query(request: HttpRequest) -> str:
    """What narrows the list, for the file of the same list."""
    query = request.GET.copy()
    query.pop("page", None)
    return f"?{query.urlencode()}" if query else ""


def _links(scope: Scope) -> dict[str, str]:
    names = ("record", "record_atom", "record_rss", "record_csv", "as_of" if scope.is_item else "catalogue")
    return {name: scope.url(name) for name in names}


def change(request: HttpRequest, key: int) -> HttpResponse:
    """One change with all its parts."""
    found = with_parts([get_object_or_404(public_changes(), pk=key)])[0]
    scope = scopes.item_of(request, found)
    record_page = (_("What has changed"), scope.url("record"))
    this_page = (long_date(timezone.localdate(found.at)), "")
    context = {
        "scope": scope,
        "entry": entry(request, found),
        "trail": [*trail_of(scope, "")[:-1], record_page, this_page],
    }
    return render(request, "guides/record/change.html", context)
