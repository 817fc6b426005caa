"""Telephone fields: one number, several with labels, or whole paragraphs of contact data."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from guides.codes import ContactKind

from .words import is_nothing

DASHES = re.compile(r"\s*[-‐-―−]+\s*")
AREA = r"(?:\((?:86)?0?\d{2,3}\)\s?|86 \d{2,3} |0\d{2,3}-)"
EXTENSION = r"(?:-\d{1,5})*(?:转\d{1,5})?"
NUMBER = rf"{AREA}?(?:\d{{4}} \d{{4}}|\d{{5,8}}){EXTENSION}"
WITH_AREA = re.compile(rf"(?<![\d-]){AREA}(?:\d{{4}} \d{{4}}|\d{{5,8}}){EXTENSION}(?!\d)")
PART = re.compile(rf"^(?P<label>[^\d:]{{0,40}}[:]?)(?P<number>{NUMBER})(?P<after>\([^()]{{1,60}}\))?[。.;]?$")
SEPARATORS = re.compile(r"[、,;/或]")
LABEL_WORDS = re.compile(r"(?:咨询|投诉)?(?:电话)?(?:咨询|投诉)?(?:电话)?(?:号码)?:?|拨打")
WEB = re.compile(r"https?://[^\s<>\"'一-鿿，。；、]+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
FOREIGN = re.compile(r"^\(?86 ?(\d{2,3})\)? ?")


@dataclass(frozen=True)
class Contact:
    """One way to reach somebody. ``note`` says whom or when."""

    kind: ContactKind
    value: str
    note: str = ""


@dataclass(frozen=True)
class Contacts:
    """``whole`` says whether everything in the text is in ``rows``; otherwise the text itself must be kept."""

    rows: tuple[Contact, ...]
    whole: bool


def contacts(text: str) -> Contacts:
    """``"省厅：020-86351219、86351130"`` -> two rows with the note 省厅, the second with the first one's area code."""
    if is_nothing(text):
        return Contacts((), True)
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text).strip())
    parts = [part.strip() for part in SEPARATORS.split(plain) if part.strip(" 。.")]
    matches = [PART.match(part) for part in parts]
    if all(matches):
        return Contacts(tuple(_listed([match for match in matches if match])), True)
    return Contacts(tuple(_found(plain)), False)


def _listed(matches: list[re.Match[str]]) -> Iterator[Contact]:
    """Numbers of a plain list. A number without label or area code has those of the number before it."""
    label = area = ""
    for match in matches:
        number = match["number"]
        label = _label(match["label"]) or label
        own_area = re.match(r"0\d{2,3}-", number)
        if own_area:
            area = own_area[0]
        elif area and re.fullmatch(rf"\d{{7,8}}{EXTENSION}", number):
            number = area + number
        yield Contact(ContactKind.PHONE, _international(number), " ".join(filter(None, [label, match["after"]])))


def _label(text: str) -> str:
    return LABEL_WORDS.sub("", text).strip(" :")


def _international(number: str) -> str:
    """``"(8620) 81218888"`` -> ``"+86 20 81218888"``."""
    return FOREIGN.sub(r"+86 \1 ", number)


def _found(text: str) -> Iterator[Contact]:
    """What can be picked out of running text: numbers with area code, web and e-mail addresses."""
    patterns = ((ContactKind.PHONE, WITH_AREA), (ContactKind.WEB, WEB), (ContactKind.EMAIL, EMAIL))
    for kind, pattern in patterns:
        for value in dict.fromkeys(pattern.findall(text)):
            yield Contact(kind, _international(value) if kind == ContactKind.PHONE else value)
