"""The texts from which ``tests.bench.vectors`` learns what words mean beside each other.

Our own, what the law says, and words put together as they are in the names of services and in what readers type. The
same ones every time: they are drawn with a fixed seed.
"""

import random
import re
import tarfile
from collections.abc import Iterator, Sequence
from itertools import count

from .citations import DATA
from .intents import examples

STATUTES = DATA / "statutes.tar.gz"
KINDS = ("n", "v", "vn", "an", "a", "j", "nz", "b", "ad", "vd")  # of jieba's: no names of people and places
LONGEST = 4  # characters; longer entries are phrases, of words that are entries as well
LEAST_USED = 5  # in the texts that jieba's dictionary was made of
COMMON = 50  # as often as this, and phrases are made of a word
EVENNESS = 0.4  # the power of its use with which a word is drawn: 0 would be all alike
CLAUSE = re.compile(r"(?<![\u4e00-\u9fff])(?!第)[\u4e00-\u9fff]{4,14}(?![\u4e00-\u9fff])")
CLAUSES, PHRASES, COMPOUNDS = 40_000, 50_000, 60_000


def texts() -> list[str]:
    """All of them, each once, in order."""
    draw = random.Random(1)
    used = dict(_dictionary())
    terms = sorted(set(thesaurus_texts()))
    found = {*own_texts(), *draw.sample(clauses(), CLAUSES)}
    found |= _several(PHRASES, phrases(used, draw))
    found |= _several(COMPOUNDS, compounds(terms, used, draw))
    return sorted(found)


def dictionary_words() -> set[str]:
    """The entries of jieba's dictionary that services may speak of, and all characters."""
    return {word for word, times in _dictionary() if len(word) == 1 or times >= LEAST_USED}


def thesaurus_texts() -> list[str]:
    """Everyday and official words: what services are called."""
    from knowledge.search.thesaurus import own_entries

    return [words for entry in own_entries() for words in (entry.everyday, *entry.official)]


def own_texts() -> list[str]:
    """Everything of our own in which words are counted."""
    return thesaurus_texts() + [example.text for example in examples()]


def clauses() -> list[str]:
    """What stands between two marks in the statutes of the shared data folder."""
    with tarfile.open(STATUTES) as archive:
        files = (archive.extractfile(member) for member in archive if member.name.endswith(".md"))
        return sorted({clause for file in files if file for clause in CLAUSE.findall(file.read().decode())})


def phrases(used: dict[str, int], draw: random.Random) -> Iterator[str]:
    """Two or three common words one after the other, without end; ``used`` says how often each word is."""
    words, weights = _common(used)
    for number in count():
        yield "".join(draw.choices(words, weights, k=2 + number % 2))


def compounds(terms: Sequence[str], used: dict[str, int], draw: random.Random) -> Iterator[str]:
    """What services are called, with another such name or a common word behind it, without end."""
    words, weights = _common(used)
    for number in count():
        behind = draw.choice(terms) if number % 2 else draw.choices(words, weights)[0]
        yield draw.choice(terms) + behind


def _several(number: int, made: Iterator[str]) -> set[str]:
    found: set[str] = set()
    while len(found) < number:
        found.add(next(made))
    return found


def _common(used: dict[str, int]) -> tuple[list[str], list[float]]:
    words = sorted(word for word, times in used.items() if len(word) > 1 and times >= COMMON)
    return words, [used[word] ** EVENNESS for word in words]


def _dictionary() -> Iterator[tuple[str, int]]:
    """Words of jieba's dictionary that services may speak of, all characters, and how often each was met."""
    import jieba

    from knowledge.search.characters import is_han

    for line in jieba.get_dict_file():
        word, times, kind = line.decode().split()
        if is_han(word) and (len(word) == 1 or (len(word) <= LONGEST and kind in KINDS)):
            yield word, int(times)
