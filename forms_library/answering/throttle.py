"""How often one reader may have documents made. Remembers a number for a minute, and no address."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

WINDOW = 60  # seconds


def is_too_often(request: HttpRequest) -> bool:
    """Counts this request, and says whether it is one too many."""
    window = int(time.time()) // WINDOW
    key = "form-made-" + salted_hmac("forms_library.throttle", f"{_address(request)} {window}").hexdigest()
    cache.add(key, 0, 2 * WINDOW)
    return cache.incr(key) > settings.FORM_DOCUMENTS_A_MINUTE


def _address(request: HttpRequest) -> str:
    """The proxy in front adds whom it speaks for at the end; what stands before it anybody may have written."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
