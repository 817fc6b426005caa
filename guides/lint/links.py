"""Looking whether addresses can be opened and files are there: in a daily job or a command, never in a page request.

The network is asked only when the setting ``CHECK_LINKS`` is on. An address that could not be opened twice in a row, on
different days, is reported; a website that only refuses machines (401, 403, 405, 429) is not.
"""

import ipaddress
import socket
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.conf import settings

from forms_library.models import FormDocument
from guides.models import LinkCheck

from .families.links import BROKEN, MISSING, addresses
from .rule import Facts

TIMEOUT = 10  # seconds for one address
AT_ONCE = 8
MOST = 500  # addresses a day
AGAIN = timedelta(days=7)
AGAIN_AFTER_FAILURE = timedelta(hours=20)
FAILURES = 2  # in a row, before it is said
AGENT = "Mozilla/5.0 (compatible; government-hall link check)"
ANSWERS = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.TOO_MANY_REQUESTS}
FILES = ("commitment_document", "flow_chart", "blank_form", "sample")  # columns that name a document

Trouble = tuple[str, str, str]
Open = Callable[[str], str]  # an address -> what is wrong with it, empty for nothing


class _ToTheWeb(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> Request | None:
        request = super().redirect_request(*args, **kwargs)
        if request is not None:
            refuse_inside(request.full_url)
        return request


def refuse_inside(address: str) -> None:
    """Raises ``OSError`` for what is no address of the public web: the check must not reach into the hall's network."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise OSError("not an address of the web")
    for found in socket.getaddrinfo(parts.hostname, None):
        if not ipaddress.ip_address(found[4][0]).is_global:
            raise OSError("not in the public network")


def opened(address: str) -> str:
    """What is wrong with an address; empty when it can be opened."""
    try:
        refuse_inside(address)
        request = Request(address, headers={"User-Agent": AGENT})  # noqa: S310 -- only the web passes
        with build_opener(_ToTheWeb, ProxyHandler({})).open(request, timeout=TIMEOUT):
            return ""
    except HTTPError as error:
        return "" if error.code in ANSWERS else f"HTTP {error.code}"
    except (HTTPException, OSError, ValueError) as error:  # no host, no answer, a broken certificate, no address at all
        return str(getattr(error, "reason", error))[:150] or type(error).__name__


def check(found: Iterable[str], now: datetime, try_it: Open = opened) -> int:
    """Try these addresses, those that have waited longest first; answers how many were tried."""
    if not settings.CHECK_LINKS:
        return 0
    known = {one.address: one for one in LinkCheck.objects.all()}
    due = [address for address in dict.fromkeys(found) if _is_due(known.get(address), now)]
    due.sort(key=lambda address: known[address].checked_at.timestamp() if address in known else 0.0)
    chosen = due[:MOST]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for address, trouble in zip(chosen, pool.map(try_it, chosen), strict=True):
            before = known[address].failures if address in known else 0
            kept = {"trouble": trouble, "failures": before + 1 if trouble else 0, "checked_at": now}
            LinkCheck.objects.update_or_create(address=address, defaults=kept)
    LinkCheck.objects.exclude(address__in=list(found)).delete()
    return len(chosen)


def _is_due(one: LinkCheck | None, now: datetime) -> bool:
    if one is None:
        return True
    return now - one.checked_at >= (AGAIN_AFTER_FAILURE if one.trouble else AGAIN)


def troubles(facts: Mapping[int, Facts]) -> dict[int, list[Trouble]]:
    """What is known of the addresses, and true of the files, of these items."""
    found: dict[int, list[Trouble]] = defaultdict(list)
    wrong = dict(LinkCheck.objects.filter(failures__gte=FAILURES).values_list("address", "trouble"))
    missing = _missing_files({document for one in facts.values() for _place, document in _documents(one)})
    for key, one in facts.items():
        found[key] += [(BROKEN, place, wrong[address]) for place, address in addresses(one) if address in wrong]
        found[key] += [(MISSING, place, missing[doc]) for place, doc in _documents(one) if doc in missing]
    return found


def _documents(facts: Facts) -> list[tuple[str, int]]:
    """Every document that an item gives to its readers, with its place."""
    own = [(name, facts.get(name)) for name in FILES]
    for relation in ("materials", "results"):
        for number, row in enumerate(facts.get(relation) or ()):
            own += [(f"{relation}.{number}.{name}", row.get(name)) for name in FILES]
    return [(place, key) for place, key in own if isinstance(key, int)]


def _missing_files(keys: set[int]) -> dict[int, str]:
    """Of these documents, those whose file is not where it should be, with their titles."""
    documents = FormDocument.objects.filter(pk__in=keys).only("title", "file")
    return {one.pk: one.title for one in documents if not one.file or not one.file.storage.exists(one.file.name)}


def all_addresses(facts: Iterable[Facts]) -> list[str]:
    return [address for one in facts for _place, address in addresses(one)]
