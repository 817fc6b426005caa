"""What texts mean, as directions: those that mean alike point alike, though they have no word in common. Pure.

``data/vectors.npz`` has a vector for each of the commoner words of jieba's dictionary and of what we wrote ourselves.
``python -m tests.bench.vectors --write`` made it, once, with a model that was trained on texts of a hundred languages
(decision 0031); nothing of that model runs here. The vector of a text is the sum of those of its words: the more a
word tells, the longer is its vector.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .characters import is_han
from .segmentation import STOP_WORDS, words_of

REMEMBERED = 50_000  # names of which the vectors are kept
TABLE = Path(__file__).parents[1] / "data" / "vectors.npz"
Vector = npt.NDArray[np.float32]  # of length 1


@dataclass(frozen=True)
class Table:
    """Vectors as small whole numbers, which ``scales`` make what they stand for; ``places`` are those of the words."""

    places: dict[str, int]
    rows: npt.NDArray[np.int8]  # words × dimensions
    scales: npt.NDArray[np.float32]  # one a word

    def vector(self, text: str) -> Vector | None:
        """Where a text points; nothing where it has no word that the table has."""
        places = [self.places[word] for word in known_words(text, self.places)]
        if not places:
            return None
        total = self.scales[places] @ self.rows[places].astype(np.float32)
        length = np.linalg.norm(total)
        return (total / length).astype(np.float32) if length else None


def known_words(text: str, known: Container[str]) -> Iterator[str]:
    """The words of a text that are known; of one that is not, its characters."""
    for word in words_of(text):
        parts = (word,) if word in known or not is_han(word) else word
        yield from (part for part in parts if part in known and part not in STOP_WORDS)


@cache
def table() -> Table:
    """The table, read once by each process."""
    with np.load(TABLE) as held:
        found = bytes(held["words"]).decode().split("\n")
        return Table({word: place for place, word in enumerate(found)}, held["rows"], held["scales"])


def vector(text: str) -> Vector | None:
    """Where a text points; nothing where none of its words is known."""
    return table().vector(text)


of_name = lru_cache(maxsize=REMEMBERED)(vector)  # names are asked for again and again


def likeness(wanted: Vector | None, names: Iterable[str]) -> float:
    """The cosine of the angle between what is wanted and the nearest of these names; 0 where nothing is known."""
    if wanted is None:
        return 0.0
    return max((float(wanted @ found) for name in names if (found := of_name(name)) is not None), default=0.0)
