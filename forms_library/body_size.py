"""Requests that are too large are refused by what their sender says of them: nothing of them is read."""

from django.http import HttpRequest


def is_larger(request: HttpRequest, most: int) -> bool:
    """Does the request bring more bytes than this? One without a length has no body either (PEP 3333)."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > most
