"""An item as it stood on a day, under a lasting address."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from guides.models import Change
from guides.presentation import guide_context
from guides.reading_rows import Rows
from guides.short import item_with_code
from translations.reading import Reading
from translations.wording import long_date

from .filters import DayForm
from .kinds import OFF
from .listing import last_change, public_changes
from .scopes import Scope, address_of
from .standing import page_of
from .views import scope_or_404, trail_of


def item_or_404(request: HttpRequest, address: str) -> Scope:
    """Raises ``Http404`` for what is no item, and never was one."""
    scope = scope_or_404(request, address)
    if not scope.is_item or not scope.changes.exists():
        raise Http404
    return scope


def choose(request: HttpRequest, address: str) -> HttpResponse:
    """``?day=2026-05-03`` leads to that day; a form without one, or where it is none."""
    scope = item_or_404(request, address)
    form = DayForm(request.GET if "day" in request.GET else None)
    if form.is_valid():
        return redirect(scope.url("as_of", form.cleaned_data["day"].isoformat()))
    return _page(request, scope, form)


def _page(request: HttpRequest, scope: Scope, form: DayForm, **context: Any) -> HttpResponse:
    known = {
        "scope": scope,
        "form": form,
        "first": scope.changes.last(),
        "trail": trail_of(scope, _("As it stood on a day")),
        "url": scope.url("as_of"),
        "record_url": scope.url("record"),
    }
    return render(request, "guides/record/as_of.html", {**known, **context}, status=404 if context else 200)


def standing(request: HttpRequest, address: str, day: str) -> HttpResponse:
    """The item at the end of a day: the page that readers then saw, or why there was none."""
    scope = item_or_404(request, address)
    form = DayForm({"day": day})
    if not form.is_valid():
        return _page(request, scope, form, refused=True)
    if scope.address != address:
        return redirect(scope.url("as_of", day), permanent=True)
    on = form.cleaned_data["day"]
    found = last_change(scope.changes, on)
    if found is None or found.kind in OFF:
        return _page(request, scope, form, day=on, ended=found)
    return render(request, "guides/guide_page.html", _context(scope, found, on))


def _context(scope: Scope, found: Change, day: date) -> dict[str, Any]:
    page = page_of(found)
    reading = Reading(page)
    rows = Rows(reading)
    rows.answers = []  # answers of today are no part of the item of then
    later = scope.changes.filter(at__gt=found.at).count()
    about = {
        "day": day,
        "published": timezone.localdate(found.at),
        "later": later,
        "today_url": scope.page_url,
        "record_url": scope.url("record"),
        "choose_url": scope.url("as_of"),
    }
    return {
        "page": page,
        "self": page,
        "reading": reading,
        **guide_context(reading, rows, day),
        "certification": None,  # it belongs to the item of today: no version knows it
        "short_address": "",
        "as_of": about,
        "trail": trail_of(scope, _("As it stood on %(day)s") % {"day": long_date(day)}),
    }


def by_code(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """``/i/CODE/as-of/2026-05-03/``: to the item that has the code, or had it then."""
    item = item_with_code(code)
    changes = public_changes()
    known = changes.filter(page_id=item.pk).first() if item else changes.filter(code=code).first()
    known = known or changes.filter(sub_code=code).first()
    if known is None:
        raise Http404
    response = redirect(reverse("guides:as_of_of", args=[address_of(request, known.address), day]))
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
