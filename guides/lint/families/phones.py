"""Telephone numbers and other ways to reach somebody."""

import re
from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from django.utils.translation import gettext_lazy as _

from guides.codes import ContactKind
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Check, Facts, Hit, Row, Rule, at, each, rows, text
from guides.rules.addresses import EMAIL, web_address

EXTENSION = r"(?:\s?(?:-|转|ext\.?)\s?\d{1,6})*"
LANDLINE = re.compile(rf"^(?:\+?86[ -]?)?\(?0?(?:10|2\d|[3-9]\d{{2}})\)?[ -]?\d{{3,4}}[ -]?\d{{4}}{EXTENSION}$")
LOCAL = re.compile(rf"^\d{{3,4}}[ -]?\d{{4}}{EXTENSION}$")
MOBILE = re.compile(r"^(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$")
HOTLINE = re.compile(rf"^(?:\(?0\d{{2,3}}\)?[ -]?)?(?:1[0-2]\d{{1,3}}|9[56]\d{{3,4}}){EXTENSION}$")  # 110, 12345, 95598
FREE_CALL = re.compile(rf"^[48]00(?:[ -]?\d){{7}}{EXTENSION}$")
FORMS = (LANDLINE, MOBILE, HOTLINE, FREE_CALL, LOCAL)
BETWEEN = re.compile(r"[、,，;；/\n]|\s{2,}|(?<=\d)\s(?=0\d{2,3}-)|或")

Placed = tuple[str, str]


def plain(number: str) -> str:
    """``"（0835）２８００１１０"`` -> ``"(0835)2800110"``."""
    return re.sub(r"[‐-―−]", "-", normalize("NFKC", number)).strip(" 。.")


def is_phone(number: str) -> bool:
    return any(form.match(plain(number)) for form in FORMS)


def several(number: str) -> bool:
    """More than one number in a text that should hold one."""
    parts = [part for part in BETWEEN.split(plain(number)) if part.strip()]
    return len(parts) > 1 and sum(map(is_phone, parts)) > 1


def phones(facts: Facts) -> Iterator[Placed]:
    """Every telephone number of an item with its place."""
    for relation in ("enquiries", "complaints"):
        for number, row in enumerate(rows(facts, relation)):
            if row.get("kind") == ContactKind.PHONE and text(row, "value"):
                yield f"{relation}.{number}.value", text(row, "value")
    for relation in ("windows", "remedies"):
        for number, row in enumerate(rows(facts, relation)):
            if text(row, "phone"):
                yield f"{relation}.{number}.phone", text(row, "phone")


def _of_phones(when: Callable[[str], object]) -> Check:
    def check(facts: Facts) -> Iterable[Hit]:
        return [Hit(place, {"number": number}) for place, number in phones(facts) if when(number)]

    return check


def _without_area_code(number: str) -> bool:
    found = plain(number)
    others = (LANDLINE, MOBILE, HOTLINE, FREE_CALL)
    return bool(LOCAL.match(found)) and not any(form.match(found) for form in others)


def _is_wide(number: str) -> bool:
    return normalize("NFKC", number) != number


def _same(facts: Facts) -> Iterator[Hit]:
    """Hotlines take both; any other number must not."""
    asked = {plain(text(row, "value")) for row in rows(facts, "enquiries") if row.get("kind") == ContactKind.PHONE}
    for number, row in enumerate(rows(facts, "complaints")):
        value = plain(text(row, "value"))
        if row.get("kind") == ContactKind.PHONE and value in asked and not HOTLINE.match(value):
            yield Hit(f"complaints.{number}.value", {"number": value})


def _has_no_phone(facts: Facts) -> bool:
    found = rows(facts, "enquiries")
    return bool(found) and all(row.get("kind") != ContactKind.PHONE for row in found)


def _twice(relation: str) -> Check:
    def check(facts: Facts) -> Iterator[Hit]:
        seen: set[tuple[object, str]] = set()
        for number, row in enumerate(rows(facts, relation)):
            key = (row.get("kind"), plain(text(row, "value")))
            if key[1] and key in seen:
                yield Hit(f"{relation}.{number}.value", {"number": key[1]})
            seen.add(key)

    return check


def _no_web(row: Row) -> bool:
    return row.get("kind") == ContactKind.WEB and not web_address(text(row, "value"))


def _no_email(row: Row) -> bool:
    return row.get("kind") == ContactKind.EMAIL and not EMAIL.match(text(row, "value"))


def _contacts(code: str, words: object, when: Callable[[Row], bool]) -> Iterator[Rule]:
    for relation in ("enquiries", "complaints"):
        check = each(relation, "value", lambda row, facts: text(row, "value") and when(row))
        yield Rule(f"phones.{relation}_{code}", Level.WARN, words, sources.DISCLOSURE_20_2, check)  # type: ignore[arg-type]


RULES = (
    Rule(
        "phones.form",
        Level.WARN,
        _("“%(number)s” is no telephone number. Write one number with its area code: 0835-2800110."),
        sources.DISCLOSURE_20_2,
        _of_phones(lambda number: not is_phone(number) and not several(number)),
    ),
    Rule(
        "phones.several",
        Level.WARN,
        _("“%(number)s” are several numbers. Write each in a row of its own, so that it can be dialled."),
        sources.PRACTICE,
        _of_phones(several),
    ),
    Rule(
        "phones.no_area_code",
        Level.WARN,
        _("“%(number)s” has no area code."),
        sources.PRACTICE,
        _of_phones(_without_area_code),
    ),
    Rule(
        "phones.mobile",
        Level.ADVISE,
        _("“%(number)s” is a mobile number. Somebody else may answer it soon."),
        sources.PRACTICE,
        _of_phones(lambda number: bool(MOBILE.match(plain(number)))),
    ),
    Rule(
        "phones.full_width",
        Level.ADVISE,
        _("“%(number)s” is written with full-width signs; telephones cannot dial it."),
        sources.PUNCTUATION_15834,
        _of_phones(lambda number: _is_wide(number) and is_phone(number)),
    ),
    Rule(
        "phones.same",
        Level.WARN,
        _("Complaints go to the number that also gives information: %(number)s."),
        sources.PRACTICE,
        _same,
    ),
    Rule(
        "phones.enquiry_missing",
        Level.ADVISE,
        _("No telephone number among the enquiries."),
        sources.DISCLOSURE_20_2,
        at("enquiries", _has_no_phone),
    ),
    Rule(
        "phones.enquiry_twice",
        Level.WARN,
        _("%(number)s stands here twice."),
        sources.PRACTICE,
        _twice("enquiries"),
    ),
    Rule(
        "phones.complaint_twice",
        Level.WARN,
        _("%(number)s stands here twice."),
        sources.PRACTICE,
        _twice("complaints"),
    ),
    *_contacts("web", _("“%(name)s” is no address of a website: it begins with https://."), _no_web),
    *_contacts("email", _("“%(name)s” is no e-mail address."), _no_email),
)
