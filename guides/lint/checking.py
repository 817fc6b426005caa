"""The address that the editing form asks while somebody types, and what is said after saving."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.views.generic import View
from wagtail.models import Page

from guides.models import GuidePage
from knowledge.models import DepartmentPage

from . import live
from .levels import Level

MOST_SAID = 8


class CheckView(View):
    """``POST`` of the editing form: ``{"status": a sentence, "list": HTML}``. Nothing is stored."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, key: int) -> JsonResponse:
        page = get_object_or_404(GuidePage, pk=key)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return answer(request, page.pk)


class CheckNewView(View):
    """The same for an item that is not saved yet, below its department."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, parent: int) -> JsonResponse:
        department = get_object_or_404(DepartmentPage, pk=parent)
        if not department.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return answer(request, None)


def answer(request: HttpRequest, key: int | None) -> JsonResponse:
    found = live.of_form(request.POST, key)
    shown = render_to_string("guides/lint/list.html", {"groups": found["groups"]})
    return JsonResponse({"status": found["status"], "list": shown})


def tell_after_saving(request: HttpRequest, page: Page) -> None:
    """``after_create_page`` and ``after_edit_page``: what is probably wrong; the item is saved anyway.

    Nothing while the form saves by itself: its box says it, and the message would stand on the next page.
    """
    if not isinstance(page, GuidePage) or not request.accepts("text/html"):
        return
    found = live.draft_findings(page.get_latest_revision_as_object())
    wrong = list(dict.fromkeys(one.message for one in found if one.level == Level.WARN))
    if wrong:
        rows = format_html_join("", "<li>{}</li>", ((message,) for message in wrong[:MOST_SAID]))
        messages.warning(request, format_html("{}<ul>{}</ul>", live.status(found), rows))
