"""What a word says: much where hardly any text has it. Pure.

The measure is how seldom Chinese texts in general have it (``jieba``'s list of inverse document frequencies, of some
270,000 words): 可以 and 什么 say nearly nothing, 加急 and 签注 much.
"""

from collections.abc import Mapping
from functools import cache

from knowledge.search.characters import is_han

USUAL = 3.0  # a word that is as frequent as this says nothing
LATIN = 4.0  # of a word in another script: there is no list of those
EXPLAINED = 4.0  # at least, of words that the thesaurus knows: they are about what a hall does


def rarity(word: str) -> float:
    """How much a word says: 0 for one that everybody uses."""
    if not is_han(word):
        return LATIN
    frequencies = _frequencies()
    known = frequencies.get(word) or max(frequencies.get(one, USUAL) for one in word)
    return max(0.0, known - USUAL)


@cache
def _frequencies() -> Mapping[str, float]:
    """Of words and of single characters. Read when somebody asks: it takes more than a second."""
    from jieba.analyse import default_tfidf  # noqa: PLC0415

    found: Mapping[str, float] = default_tfidf.idf_loader.idf_freq
    return found
