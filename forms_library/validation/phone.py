"""Telephone numbers: mobiles of 11 digits, landlines with area code, companies (400, 800), numbers abroad."""

import re

_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:[-转]\d{1,6})?", re.ASCII)
_COMPANY = re.compile(r"[48]00-?\d{3}-?\d{4}", re.ASCII)
_ABROAD = re.compile(r"(?:\+|00)\d{1,3}[- ]?\d[\d -]{4,14}", re.ASCII)
_SEPARATORS = re.compile(r"[、,，;；/]|\s或\s")


def is_mobile(number: str) -> bool:
    return bool(_MOBILE.fullmatch(re.sub(r"[\s-]", "", number)))


def is_valid(text: str) -> bool:
    """One number, or several with separators between them: people give two."""
    numbers = [part.strip() for part in _SEPARATORS.split(text)]
    return all(_is_number(number) for number in numbers)


def _is_number(number: str) -> bool:
    plain = re.sub(r"[()（）]", "", number)
    dashed = re.sub(r"\s", "", plain)
    domestic = any(pattern.fullmatch(dashed) for pattern in (_LANDLINE, _COMPANY))
    return is_mobile(plain) or domestic or bool(_ABROAD.fullmatch(plain))
