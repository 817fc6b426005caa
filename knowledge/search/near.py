"""The pages that are called most nearly what somebody means, though by other words."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .lexicon import Lexicon
from .plan import Near
from .vectors import Vector, of_name, vector

LEAST = 0.3  # of the cosine: nine of ten names that are meant are nearer
MOST = 10  # pages: one page of hits


@dataclass(frozen=True)
class Names:
    """Where the names of a hall's pages point: a vector for each of the documents, which have one for each name."""

    documents: tuple[str, ...]
    vectors: npt.NDArray[np.float32]  # names × dimensions

    def nearest(self, wanted: Vector) -> tuple[Near, ...]:
        """The pages near enough, the nearest first; each by the nearest of its names."""
        if not self.documents:
            return ()
        likeness = self.vectors @ wanted
        near = np.flatnonzero(likeness >= LEAST)
        best: dict[str, float] = {}
        for place in near[np.argsort(-likeness[near], kind="stable")]:
            best.setdefault(self.documents[place], float(likeness[place]))
            if len(best) == MOST:
                break
        return tuple(Near(document, likeness) for document, likeness in best.items())


def near_to(text: str, lexicon: Lexicon) -> tuple[Near, ...]:
    """The pages whose names, or everyday names, mean most nearly what a text says, the nearest first."""
    if not lexicon.exists() or (wanted := vector(text)) is None:
        return ()
    return _names(lexicon, lexicon.version()).nearest(wanted)


@lru_cache(maxsize=1)
def _names(lexicon: Lexicon, version: str) -> Names:
    """The names at one version of a lexicon: read again, by each process, when it has changed."""
    pointing = [(document, found) for document, name in lexicon.names() if (found := of_name(name)) is not None]
    documents = tuple(document for document, _found in pointing)
    return Names(documents, np.array([found for _document, found in pointing], np.float32))
