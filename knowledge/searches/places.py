"""Addresses of these pages, and who may see them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.auth import permission_denied

PERMISSION = "knowledge.see_searches"


def address(name: str, query: str, language: str, **more: str) -> str:
    """``address("query", "扯证", "zh-hans")`` -> ``/admin/searches/query/?q=…&language=zh-hans``."""
    return f"{reverse(f'searches:{name}')}?{urlencode({'q': query, 'language': language, **more})}"


def effect_address(query: str, language: str, before: Iterable[int]) -> str:
    """Where it is seen what a change did: ``before`` are the keys of the pages that were found first until then."""
    return address("query", query, language, before=",".join(map(str, before)))


class SearchesView(View):
    """Base of all these views: only for those who may see what readers search for."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)
