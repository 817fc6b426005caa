"""Requests that are too large are refused by what their sender says of them: nothing of them is read."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse


def is_larger(request: HttpRequest, most: int) -> bool:
    """Does the request bring more bytes than this? One without a length has no body either (PEP 3333)."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > most


def too_large(reason: str) -> HttpResponse:
    """The answer to such a request, in plain words."""
    answer = HttpResponse(reason, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, content_type="text/plain; charset=utf-8")
    answer["Connection"] = "close"  # the rest of the body is not wanted
    return answer
