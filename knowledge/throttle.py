"""How often one reader may do what costs something. Remembers a number for a while, and no address."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

MINUTE = 60  # seconds

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def is_too_often(request: HttpRequest, deed: str, most: int, window: int = MINUTE) -> bool:
    """Counts this ``deed``, and says whether it is one more than ``most`` in so many seconds."""
    now = int(time.time()) // window
    key = f"{deed}-" + salted_hmac("knowledge.throttle", f"{deed} {_address(request)} {now}").hexdigest()
    cache.add(key, 0, 2 * window)
    return cache.incr(key) > most


def seldom(deed: str, most: int, unless: str = "") -> Callable[[View], View]:
    """A decorator for what costs much and anybody may ask for: at most so often a minute for one reader, else 429.

    A request whose address has the argument ``unless`` asks for little.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not kwargs.get(unless) and is_too_often(request, deed, most):
                words = _("Too many requests. Wait a minute, then try again.")
                headers = {"Retry-After": str(MINUTE)}
                return HttpResponse(words, status=429, headers=headers, content_type="text/plain; charset=utf-8")
            return view(request, *args, **kwargs)

        return answer  # type: ignore[return-value]

    return decorate


def _address(request: HttpRequest) -> str:
    """The proxy in front adds whom it speaks for at the end; what stands before it anybody may have written."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
