"""One analysis of text for every search engine.

Text becomes space-separated tokens; engines only split on white space. The index stores jieba's longer words, the pairs
of neighbouring characters (official abbreviations such as 水保 are in no dictionary, and a pair is found whatever the
dictionary thinks of its surroundings), single characters (for one-character queries), English stems, and codes and
telephone numbers whole. A query asks for pairs, so that whatever stands in a text is found by any part of it.

``index_text("办理结婚登记 Marriage")`` -> ``"办理 理结 结婚 婚登 登记 办 理 结 婚 登 记 marriag"``.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import rjieba
import snowballstemmer

from .characters import is_han, runs

REACH = 7  # words over which an abbreviation may leap
VERSION = 6  # of the tokens: an index made with another one is rebuilt

_DIGIT = re.compile(r"\d")
_APOSTROPHE = re.compile(r"['’]s$|['’]")
_BRACKETS = re.compile(r"[（()）]")
_NAME_PARTS = re.compile(r"[（()）、/，,；;：:—]")
_CHINESE_STOP_WORDS = "的了和与或及是在"
_ENGLISH_STOP_WORDS = "a an and are as at be by can do for from how i in is it my of on or the to what with"
STOP_WORDS = frozenset([*_CHINESE_STOP_WORDS, *_ENGLISH_STOP_WORDS.split()])

_english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """``"registrations"`` -> ``"registr"``; words with digits (codes) stay whole."""
    return str(_english.stemWord(word)) if word.isascii() and word.isalpha() else word


@lru_cache(maxsize=50_000)
def latin_tokens(run: str) -> tuple[str, ...]:
    """What to ask for: ``"Ya'an's"`` -> ``("yaan",)``; ``"e-mails"`` -> ``("e", "mail")``; a number or code with
    hyphens is one token, ``"0835-2802000"`` -> ``("08352802000",)``.
    """
    parts = [part for part in (_APOSTROPHE.sub("", part) for part in run.split("-")) if part]
    if len(parts) > 1 and all(_DIGIT.search(part) for part in parts):
        return ("".join(parts),)
    return tuple(stem(part) for part in parts)


@lru_cache(maxsize=50_000)
def _latin_index_tokens(run: str) -> tuple[str, ...]:
    """A number with hyphens is also found by its parts."""
    whole = latin_tokens(run)
    parts = run.split("-") if len(whole) == 1 else ()
    return (*whole, *(part for part in parts if part != whole[0] and _DIGIT.search(part)))


def pairs(run: str) -> list[str]:
    """``"水土保持"`` -> ``["水土", "土保", "保持"]``; what is no longer than a pair is itself."""
    return [first + second for first, second in pairwise(run)] or [run]


def words(run: str) -> list[str]:
    """The words of a run of Han characters, none left out, by jieba's dictionary without guessing."""
    return list(rjieba.cut(run, False))


def words_of(text: str | None) -> list[str]:
    """The words of a text, normalised, none left out; what is not Chinese, run by run."""
    return [word for run in runs(text) for word in (words(run) if is_han(run) else (run,))]


def long_words(run: str) -> list[str]:
    """The words of a run that are longer than a pair, also those inside other words."""
    return [word for word in rjieba.cut_for_search(run, False) if len(word) > 2]


def needed_pairs(word: str) -> list[str]:
    """The pairs of a word that a text must have: those of the words it is made of, where it is made of some.

    ``"客运公司"`` -> ``["客运", "公司"]``, for a text that has them apart; ``"残疾人"`` -> ``["残疾", "疾人"]``.
    """
    inner = [part for part in rjieba.cut_for_search(word, False) if len(part) == 2]
    reached = {position for part in inner for position in range(word.find(part), word.find(part) + 2)}
    return inner if len(reached) == len(word) else pairs(word)


def short_forms(text: str | None) -> str:
    """The pairs of characters by which a name may be abbreviated, as tokens.

    Abbreviations are made of the first characters of words, and the last ones of long words, in their order: 法考 of
    法律职业资格考试, 水保 of 水土保持, 建工证 (建工, 工证) of 建设工程规划许可证.
    """
    found: dict[str, None] = {}
    for run in runs(text):
        if is_han(run):
            marks = [_marks_of(word) for word in _short_words(run)]
            for first, mark in enumerate(marks):
                for other in marks[first + 1 : first + REACH]:
                    found |= dict.fromkeys(a + b for a in mark for b in other)
    return " ".join(found)


def abbreviated(text: str | None) -> tuple[tuple[str, ...], ...]:
    """How a query may be abbreviated in names, for each of its runs: ``"经济适用房"`` -> ``(("经适", "适房"),)``."""
    firsts = ("".join(word[0] for word in _short_words(run)) for run in runs(text) if is_han(run))
    return tuple(tuple(pairs(first)) for first in firsts if len(first) > 1)


def _short_words(run: str) -> Iterator[str]:
    """Words of at most three characters: long ones are made of shorter ones."""
    for word in words(run):
        if len(word) < 4:
            yield word
        else:
            yield from (word[start : start + 2] for start in range(0, len(word), 2))


def _marks_of(word: str) -> set[str]:
    return {word[0], word[-1]} if len(word) > 2 else {word[0]}


def _index_tokens(run: str) -> Iterator[str]:
    if not is_han(run):
        yield from _latin_index_tokens(run)
        return
    yield from long_words(run)
    yield from pairs(run) if len(run) > 1 else ()
    yield from run


def index_text(*texts: str | None) -> str:
    """All tokens of the texts, for storing."""
    tokens = (token for text in texts for run in runs(text) for token in _index_tokens(run))
    return " ".join(token for token in tokens if token not in STOP_WORDS)


def neighbours(text: str | None) -> list[str]:
    """Latin words that stand side by side, stop words aside, in whichever order, as tokens.

    ``"Extension of visas"`` -> ``["extens_visa"]``. In Chinese the pairs of characters across two words do the same.
    """
    found: list[str] = []
    before = ""
    for run in runs(text):
        for token in ("",) if is_han(run) else latin_tokens(run):
            if token not in STOP_WORDS:
                found += ["_".join(sorted((before, token)))] if before and token else ()
                before = token
    return found


def names_text(*names: str) -> str:
    """All tokens of names for one thing, each as often as the name that has it most often, and which stand together.

    Neither a short name beside the long one, nor brackets that say once more what stands before them, make a page more
    about something. ``"设立审批（学校设立审批）"`` has 设立 once.
    """
    most: Counter[str] = Counter()
    for name in names:
        for part in _BRACKETS.split(name):
            most |= Counter([*index_text(part).split(), *neighbours(part)])
    return " ".join(most.elements())


@dataclass(frozen=True)
class QueryTokens:
    """What a query asks for, each token once and in order.

    ``required`` tokens lie within words; ``optional`` ones are pairs across two words, which only stand in texts that
    have the words side by side, and words longer than a pair. ``characters`` are those of the Han runs one by one, by
    which an abbreviation (法援) is found in the long name (法律援助).
    """

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.required)


def _query_words(run: str, known: Iterable[str]) -> list[str]:
    """The words of a run; known ones, the longest first, are words whatever the dictionary thinks."""
    if not (inside := sorted((word for word in known if word in run), key=len, reverse=True)):
        return words(run)
    found: list[str] = []
    for number, part in enumerate(re.split(f"({'|'.join(map(re.escape, inside))})", run)):
        found += [part] if number % 2 else words(part)
    return found


def _han_query(run: str, known: Collection[str]) -> tuple[list[str], list[str]]:
    """Pairs inside words, and between single characters that the dictionary cannot join (水保); then the rest."""
    if len(run) == 1:
        return [run], []
    inside: list[str] = []
    found = _query_words(run, known)
    for word in found:
        if word in known:
            inside += pairs(word)
        elif len(word) > 1:
            inside += needed_pairs(word)
    unknown = [first + second for first, second in pairwise(found) if len(first) == len(second) == 1]
    required = [*inside, *unknown] or pairs(run)
    return required, [*pairs(run), *long_words(run)]


def query_tokens(text: str | None, known: Collection[str] = ()) -> QueryTokens:
    """The tokens of a query; nothing where nothing can be searched for. ``known`` are words beside the dictionary's."""
    required: list[str] = []
    optional: list[str] = []
    found = runs(text)
    for run in found:
        needed, helpful = _han_query(run, known) if is_han(run) else (list(latin_tokens(run)), [])
        required += needed
        optional += helpful
    optional += neighbours(text)
    asked = dict.fromkeys(token for token in required if token not in STOP_WORDS)
    characters = dict.fromkeys(one for run in found if is_han(run) for one in run if one not in STOP_WORDS)
    helpful_tokens = tuple(token for token in dict.fromkeys(optional) if token not in asked)
    return QueryTokens(tuple(asked), helpful_tokens, tuple(characters))


def whole_token(text: str | None) -> str:
    """A whole name as one token: ``"结婚登记（内地）"`` -> ``"=结婚登记内地"``; ``""`` for one without words."""
    joined = "".join(runs(text))
    return f"={joined}" if joined else ""


def whole_tokens(*names: str) -> str:
    """Names as tokens: each whole, without what is in brackets, and each part between marks.

    ``"指纹、掌纹公证（指引）"`` -> ``"=指纹掌纹公证指引 =指纹掌纹公证 =指纹 =掌纹公证 =指引"``.
    """
    forms = (form for name in names for form in (name, _BRACKETS.split(name)[0], *_NAME_PARTS.split(name)))
    return " ".join(dict.fromkeys(token for form in forms if (token := whole_token(form))))


def query_text(text: str | None) -> str:
    """All pairs, stems and codes of a query, for engines that ask for every token."""
    tokens = (token for run in runs(text) for token in (pairs(run) if is_han(run) else latin_tokens(run)))
    return " ".join(dict.fromkeys(token for token in tokens if token not in STOP_WORDS))
