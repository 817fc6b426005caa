"""Numbers of people in what should be an empty form: ID cards with their check character, telephones. Pure.

Real "blank" forms were found filled in with somebody's data. The office's own telephones are printed on many forms on
purpose: a number behind the name of a service is none of a person's.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from forms_library.validation import id_number

NEAR = 24  # characters before a number that say whose it is
SHOWN = 12  # characters of the surroundings that are shown
# Digits may stand apart, one in a box: "5 1 1 8 0 2 …".
_ID = re.compile(r"(?<![\dXx])\d(?:[ \t]?\d){16}[ \t]?[\dXx](?![\dXx])")
_OLD_ID = re.compile(r"(?<!\d)[1-9]\d{14}(?!\d)")
_MOBILE = re.compile(r"(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d-])")
_LANDLINE = re.compile(r"(?<![\d-])[(（]?0\d{2,3}[)）]?[- ]?[2-8]\d{6,7}(?!\d)")
_SERVICE = re.compile(
    r"咨询|监督|投诉|举报|热线|客服|服务电话|服务热线|受理电话|办公电话|窗口|查询|报修|值班|技术支持|来电|拨打|大厅|中心|本[局厅委办单]|"
    r"[局厅委办所]电话|地\s*址|网\s*址|邮\s*编|hotline|enquir|contact us",
    re.IGNORECASE,
)
# What asks an applicant for a number: behind it a number is an answer.
_ASKED = re.compile(
    r"(?:联系|移动|固定|家庭|单位|本人|住宅|办公)?电话(?:号码)?|手机(?:号码?)?|联系方式|phone|mobile|\btel\b",
    re.IGNORECASE,
)


class NumberKind(StrEnum):
    """What was found."""

    ID_NUMBER = "id_number"
    PHONE = "phone"


@dataclass(frozen=True)
class PersonalNumber:
    """A number, masked, on a page or part (from 0), with the words around it."""

    kind: NumberKind
    page: int
    masked: str
    context: str


def find(pages: list[str]) -> list[PersonalNumber]:
    """All numbers of people in the texts of pages."""
    return [number for page, text in enumerate(pages) for number in _on_page(page, unicodedata.normalize("NFKC", text))]


def _on_page(page: int, text: str) -> Iterator[PersonalNumber]:
    taken: list[tuple[int, int]] = []
    for kind, start, end in _found(text):
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
            yield PersonalNumber(kind, page, mask(re.sub(r"\s", "", text[start:end])), _context(text, start))


def _found(text: str) -> Iterator[tuple[NumberKind, int, int]]:
    for match in (*_ID.finditer(text), *_OLD_ID.finditer(text)):
        number = re.sub(r"\s", "", match[0]).upper()
        if id_number.is_valid(number) or id_number.is_valid_old(number):
            yield NumberKind.ID_NUMBER, *match.span()
    mobiles = [match.span() for match in _MOBILE.finditer(text) if not _is_service(text, match.start())]
    landlines = [match.span() for match in _LANDLINE.finditer(text) if _is_answer(text, match.start())]
    for start, end in (*mobiles, *landlines):
        yield NumberKind.PHONE, start, end


def _before(text: str, start: int) -> str:
    return text[max(0, start - NEAR) : start]


def _is_service(text: str, start: int) -> bool:
    return bool(_SERVICE.search(_before(text, start)))


def _is_answer(text: str, start: int) -> bool:
    """A landline is somebody's only where a form asks for it."""
    return bool(_ASKED.search(_before(text, start)[-12:])) and not _is_service(text, start)


def _context(text: str, start: int) -> str:
    return re.sub(r"\s+", " ", text[max(0, start - SHOWN) : start]).strip()


def mask(number: str) -> str:
    """``"511802199001011234"`` -> ``"511************234"``: enough to find it, too little to use it."""
    kept = 3 if len(number) > 8 else 1
    return number[:kept] + "*" * (len(number) - 2 * kept) + number[-kept:]
