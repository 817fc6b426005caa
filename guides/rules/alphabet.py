"""Under which letter a name stands: Chinese by the pinyin of its first character, others by their first letter."""

from functools import lru_cache
from string import ascii_lowercase

from pypinyin import Style, lazy_pinyin

from knowledge.search.characters import normalise

OTHER = "other"  # names that begin with a digit or a sign
LETTERS = (*ascii_lowercase, OTHER)


@lru_cache(maxsize=65_536)
def sort_key(name: str) -> str:
    """``"结婚登记"`` -> ``"jie hun deng ji"``; Latin letters stay, in lower case and without accents."""
    return normalise(" ".join(lazy_pinyin(name.strip(), style=Style.NORMAL, errors="default")))


def letter_of(name: str) -> str:
    """``"结婚登记"`` -> ``"j"``, ``"Mariage"`` -> ``"m"``, ``"État civil"`` -> ``"e"``, ``"12345"`` -> ``"other"``."""
    first = sort_key(name)[:1]
    return first if first in ascii_lowercase and first else OTHER
