"""Addresses and files: whether they look right, and what the daily look at them found (``guides.lint.links``)."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Check, Facts, Hit, Rule, rows, short, text

COLUMNS = ("online_url", "mobile_url", "appointment_url")
BROKEN, MISSING = "link", "file"  # kinds of trouble
INSIDE = re.compile(
    r"^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)|\.(?:local|lan|internal|test|example)$"
)
ADDRESS_WORDS = re.compile(r"^[^?#]*[\u3400-\u9fff]|[，。；、（）\s]")


def addresses(facts: Facts) -> Iterator[tuple[str, str]]:
    """Every address that a reader can follow, with its place."""
    for name in COLUMNS:
        if value := text(facts, name):
            yield name, value
    for number, row in enumerate(rows(facts, "remedies")):
        if value := text(row, "url"):
            yield f"remedies.{number}.url", value
    for relation in ("enquiries", "complaints"):
        for number, row in enumerate(rows(facts, relation)):
            if row.get("kind") == "web" and re.match(r"https?://", text(row, "value")):
                yield f"{relation}.{number}.value", text(row, "value")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_bare(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query and not parts.fragment


def _of_addresses(when: Callable[[str], object], columns: tuple[str, ...] = ()) -> Check:
    def check(facts: Facts) -> Iterator[Hit]:
        for place, address in addresses(facts):
            if (not columns or place in columns) and when(address):
                yield Hit(place, {"address": short(address)})

    return check


def _troubles(kind: str) -> Check:
    def check(facts: Facts) -> Iterator[Hit]:
        for found, place, what in facts.get("troubles") or ():
            if found == kind:
                yield Hit(place, {"what": what})

    return check


RULES = (
    Rule(
        "links.inside",
        Level.WARN,
        _("%(address)s can be reached only from within an office network."),
        sources.PRACTICE,
        _of_addresses(lambda address: bool(INSIDE.search(_host(address)))),
    ),
    Rule(
        "links.words",
        Level.WARN,
        _("“%(address)s” is not only an address. Write nothing else here."),
        sources.PRACTICE,
        _of_addresses(lambda address: bool(ADDRESS_WORDS.search(address))),
    ),
    Rule(
        "links.home_page",
        Level.ADVISE,
        _("%(address)s is the front page of a website. Lead the applicant to the item itself."),
        sources.BUSINESS_37,
        _of_addresses(_is_bare, ("online_url", "mobile_url")),
    ),
    Rule(
        "links.insecure",
        Level.ADVISE,
        _("%(address)s is not encrypted. Give the https address where there is one."),
        sources.PRACTICE,
        _of_addresses(lambda address: address.lower().startswith("http://"), ("online_url", "mobile_url")),
    ),
    Rule(
        "links.broken",
        Level.WARN,
        _("The address could not be opened: %(what)s."),
        sources.PRACTICE,
        _troubles(BROKEN),
    ),
    Rule(
        "links.missing_file",
        Level.WARN,
        _("The file “%(what)s” is missing."),
        sources.LICENSING_29,
        _troubles(MISSING),
    ),
)
