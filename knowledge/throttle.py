"""How often one reader may do what costs something. Remembers a number for a while, and no address."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

MINUTE = 60  # seconds


def is_too_often(request: HttpRequest, deed: str, most: int, window: int = MINUTE) -> bool:
    """Counts this ``deed``, and says whether it is one more than ``most`` in so many seconds."""
    now = int(time.time()) // window
    key = f"{deed}-" + salted_hmac("knowledge.throttle", f"{deed} {_address(request)} {now}").hexdigest()
    cache.add(key, 0, 2 * window)
    return cache.incr(key) > most


def _address(request: HttpRequest) -> str:
    """The proxy in front adds whom it speaks for at the end; what stands before it anybody may have written."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
