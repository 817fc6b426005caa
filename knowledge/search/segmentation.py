"""One analysis of text for every search engine.

Text becomes space-separated tokens; engines only split on white space. The index side stores, beside jieba's
words, the pairs of neighbouring characters (official abbreviations such as 水保 are in no dictionary) and the
single characters (for one-character queries); the query side asks for words, and for pairs where a word is long.

``index_text("办理结婚登记 Marriage")`` -> ``"办理 结婚 登记 … marriag"``.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import rjieba
import snowballstemmer

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff\uf900-\ufaff]+")
STOP_WORDS = frozenset(
    "的 了 和 与 或 及 是 在 a an and are as at be by for from in is it of on or the to with".split()
)

_english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """``"registrations"`` -> ``"registr"``; words with digits (codes) stay whole."""
    return str(_english.stemWord(word)) if word.isalpha() else word


def runs(text: str) -> list[str]:
    """Unbroken runs of Han characters or of Latin letters and digits, normalised (NFKC, lower case)."""
    return RUN.findall(unicodedata.normalize("NFKC", text or "").lower())


def pairs(run: str) -> list[str]:
    """``"水土保持"`` -> ``["水土", "土保", "保持"]``; what is no longer than a pair is itself."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def _index_tokens(run: str) -> Iterator[str]:
    if not HAN.match(run):
        yield stem(run)
        return
    yield from (word for word in rjieba.cut_for_search(run, False) if len(word) > 2)
    yield from pairs(run) if len(run) > 1 else ()
    yield from run


def _query_tokens(run: str) -> Iterator[str]:
    if not HAN.match(run):
        yield stem(run)
    elif len(run) == 1:
        yield run
    else:
        yield from pairs(run)


def index_text(*texts: str | None) -> str:
    """All tokens of the texts, for storing."""
    tokens = (t for text in texts for run in runs(text or "") for t in _index_tokens(run))
    return " ".join(t for t in tokens if t not in STOP_WORDS)


def query_text(text: str | None) -> str:
    """The tokens of a query, each once, in order; empty where nothing can be searched for."""
    tokens = (t for run in runs(text or "") for t in _query_tokens(run))
    return " ".join(dict.fromkeys(t for t in tokens if t not in STOP_WORDS))
