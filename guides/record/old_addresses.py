"""Addresses at which an item once stood: they lead to where it is now, or say what has become of it."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from guides.codes import ChangeKind
from guides.models import Change

from . import scopes
from .entries import entry
from .kinds import OFF
from .listing import public_changes, with_parts


class OldAddressMiddleware(MiddlewareMixin):
    """Answers where Wagtail knows no page. Its own redirects know an old address in one language only."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code != HTTPStatus.NOT_FOUND or request.method not in ("GET", "HEAD"):
            return response
        return answer(request, _address(request.path)) or response


def _address(path: str) -> str:
    """What stands below the language: ``"/en/departments/tax/x/"`` -> ``"departments/tax/x"``; else nothing."""
    start = reverse("wagtail_serve", args=[""])
    return path.removeprefix(start).strip("/") if path.startswith(start) else ""


def answer(request: HttpRequest, address: str) -> HttpResponse | None:
    """A redirect, or a page in place of one that is no more; nothing for an address that never led to an item."""
    found = scopes.find(request, address) if address else None
    if found is None or not found.is_item:
        return None
    if found.page:
        return HttpResponsePermanentRedirect(found.page_url) if found.address != address else None
    last = found.changes.first()
    return gone(request, last) if last and last.kind in OFF else None


def gone(request: HttpRequest, last: Change) -> HttpResponse:
    """What is left of an item that was deleted, or taken off the hall and may come back."""
    status = HTTPStatus.GONE if last.kind == ChangeKind.DELETED else HTTPStatus.NOT_FOUND
    context = {"entry": entry(request, with_parts([last])[0]), "trail": [(scopes.name_of(last), "")]}
    return render(request, "guides/record/gone.html", context, status=status)


def gone_with_code(request: HttpRequest, code: str) -> HttpResponse | None:
    """The same by the code of the item; nothing for one that no item ever had."""
    changes = public_changes()
    known = changes.filter(code=code).first() or changes.filter(sub_code=code).first()
    last = changes.filter(page_id=known.page_id).first() if known else None
    return gone(request, last) if last and last.kind in OFF else None
