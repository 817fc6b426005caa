"""Unified social credit codes (GB 32100-2015): 18 characters, the last one a check character."""

import re

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
FORM = rf"^[{ALPHABET}]{{18}}$"


def check_character(first_seventeen: str) -> str:
    """The eighteenth character. ``first_seventeen`` holds only characters of the alphabet."""
    total = sum(ALPHABET.index(c) * weight for c, weight in zip(first_seventeen, WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def has_form(code: str) -> bool:
    """Has the code the right length and characters? Some bodies have a provisional code that checks wrong."""
    return bool(re.match(FORM, code))


def is_valid(code: str) -> bool:
    """Has the code the right form and check character?"""
    return has_form(code) and code[-1] == check_character(code[:-1])
