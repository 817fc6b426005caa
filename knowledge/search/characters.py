"""Characters, before they are words: one form for what looks alike, and which of them stand together. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from opencc import OpenCC

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))  # where traditional characters are
_HAN_RUN = re.compile(f"[{HAN}]+")
# Han, or Latin and other letters and digits; "ya'an" and "0835-2802000" are one run each.
_RUN = re.compile(rf"[{HAN}]+|(?:(?![{HAN}])[^\W_])+(?:['’-](?:(?![{HAN}])[^\W_])+)*")
_MARKS = re.compile("[\u0300-\u036f]+")


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters and their simplified ones, one by one, so that positions in a text stay."""
    characters = [chr(code) for first, last in HAN_BLOCKS for code in range(first, last + 1)]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {one: other for one, other in zip(characters, converted, strict=True) if one != other and len(other) == 1}
    return {ord(one): table.get(other, other) for one, other in table.items()}


def traditional() -> Iterator[str]:
    """The characters that are written simpler today."""
    return map(chr, _simplified())


def normalise(text: str | None) -> str:
    """One form for what looks alike: width and ligatures (NFKC), case, accents, traditional characters.

    Doing it twice changes nothing more.
    """
    text = text or ""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKC", _MARKS.sub("", unicodedata.normalize("NFKD", folded)).casefold())
    return plain.translate(_simplified())


def runs(text: str | None) -> list[str]:
    """Unbroken runs of Han characters or of letters and digits, normalised."""
    return _RUN.findall(normalise(text))


def is_han(run: str) -> bool:
    """Is this run one of Han characters? Runs are never mixed."""
    return bool(_HAN_RUN.match(run))


def han_length(text: str) -> int:
    """How many characters of a text are Han characters?"""
    return sum(map(len, _HAN_RUN.findall(text)))


def is_latin(character: str) -> bool:
    """Is this a letter or digit, with or without an accent, and no Han character?"""
    return character.isalnum() and not is_han(character)


def query_key(text: str | None) -> str:
    """What two queries have in common that are the same to us: ``"Visa （B类）"`` -> ``"visa b 类"``."""
    return " ".join(runs(text))
