"""Reference codes: drawn by lot, easy to read out, with a last character by which a slip is noticed. Pure.

Ten characters of 30 are 49 bits: with twenty tries a minute nobody finds one of another person.
"""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0, 1, I, L, O and U, which are read as something else
LENGTH = 10  # without the last one, which is reckoned


def new_reference() -> str:
    """A code as it is kept: ``"7KX2M9QRTAC"``."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return drawn + _last(drawn)


def shown(code: str) -> str:
    """``"7KX2M9QRTAC"`` -> ``"7KX2-M9QR-TAC"``."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read(text: str) -> str:
    """The code that somebody typed, as it is kept; empty for what cannot be one."""
    code = "".join(character for character in text.upper() if character.isalnum())
    is_whole = len(code) == LENGTH + 1 and all(character in ALPHABET for character in code)
    return code if is_whole and code[-1] == _last(code[:-1]) else ""


def _last(drawn: str) -> str:
    """Weighted by place, so that two characters that changed places are noticed, too."""
    total = sum(place * ALPHABET.index(character) for place, character in enumerate(drawn, 1))
    return ALPHABET[total % len(ALPHABET)]
