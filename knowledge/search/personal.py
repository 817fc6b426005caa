"""Queries that may say something about a person. They are not kept, not even without a name beside them. Pure.

A query is all that the log knows, so a query that is itself personal data (个人信息保护法 4: whatever relates to an
identified or identifiable person) must not get into it. What is doubtful is left out: a report loses little by it.
Names of persons cannot be told from other words; therefore the log also has an end (``SEARCH_LOG_DAYS``), and what is
offered to others was asked for on several days and stands in public pages.
"""

import re
from enum import StrEnum

from .characters import normalise

LONGEST = 80  # characters; longer ones tell a story rather than ask


class Personal(StrEnum):
    """Why a query is not kept."""

    IDENTITY = "identity"  # 公民身份号码: 18 characters by GB 11643, or the older 15
    NUMBER = "number"  # seven digits or more: telephone, bank card, passport, permit, social security, date of birth
    EMAIL = "email"
    PLATE = "plate"  # of a vehicle, GA 36
    STORY = "story"


_DATE = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使"
_GAP = r"[\s().,:;/_·-]{0,3}"  # between the digits of one number, as people write them
_SPACES = re.compile(r"(?<=[\dx])[\s-]+(?=[\dx])")
_IDENTITY = re.compile(rf"(?<!\d)[1-9]\d{{5}}(?:(?:18|19|20)\d\d{_DATE}\d{{3}}[\dx]|\d\d{_DATE}\d{{3}})(?!\d)")
_NUMBER = re.compile(rf"\d(?:{_GAP}\d){{6,}}|[〇零一二三四五六七八九幺]{{7,}}")
_EMAIL = re.compile(r"\w\s?@\s?\w")
_PLATE = re.compile(
    rf"[{_PROVINCES}]\s?[a-z]\s?[·.-]?\s?(?=[a-z]*\d)(?:[a-z0-9]{{5,6}}|[a-z0-9]{{4}}[挂学警港澳])(?![a-z0-9])"
)


def personal_data(text: str) -> Personal | None:
    """What of a person the text may hold; ``None`` for nothing.

    ``NUMBER`` is also the answer for a long official code of an item, which only the hall can tell from other numbers.
    """
    plain = normalise(text)
    if _IDENTITY.search(_SPACES.sub("", plain)):
        return Personal.IDENTITY
    if _EMAIL.search(plain):
        return Personal.EMAIL
    if _PLATE.search(plain):
        return Personal.PLATE
    if _NUMBER.search(plain):
        return Personal.NUMBER
    return Personal.STORY if len(plain) > LONGEST else None
