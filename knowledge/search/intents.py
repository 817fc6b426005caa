"""What is asked about a service, told by the words of the question. Pure.

People say the same in more ways than rules can list. A linear model weighs the short runs of characters and words of
the part that asks, and the words that name what is asked (``cues``). It was trained on questions that we wrote
(``data/asked.tsv``) by ``python -m tests.bench.intents --write``, and is data: ``data/intents.json``.
"""

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from translations.lists import read_yaml

from .characters import is_han, runs
from .segmentation import latin_tokens


class Intent(StrEnum):
    """What people ask about a service."""

    MATERIALS = "materials"
    FEE = "fee"
    DURATION = "duration"
    WHERE = "where"
    HOURS = "hours"
    WHO = "who"
    HOW = "how"
    ONLINE = "online"
    VISITS = "visits"
    RESULT = "result"
    VALIDITY = "validity"
    LEGAL_BASIS = "legal_basis"
    CONTACT = "contact"
    COMPLAINT = "complaint"
    APPEAL = "appeal"


NONE = "none"  # what the model calls a text that asks nothing of this
MODEL = Path(__file__).parents[1] / "data" / "intents.json"
PATTERNS = MODEL.with_name("questions.yaml")
LONGEST_GRAM = 3  # characters, or words in Latin letters
ASKS_NOTHING = 0.6  # a text that asks nothing of this with this probability does not
MOST_ASKED = 2  # questions in one
CLEAR = 0.6  # a part of a question that asks something with this probability does
TOLD = 0.05  # the same of what a phrase asks for
NEAR = 0.35  # of the probability of the likeliest: what is as near may be asked as well
_PARTS = re.compile(r"[,，。;；?？!！:：\n]+|\. ")


@dataclass(frozen=True)
class Model:
    """``weights`` of each feature for each of the classes, which have a ``bias``."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Mapping[str, float]]  # feature -> class -> weight

    def probabilities(self, found: set[str]) -> dict[str, float]:
        """How probable each class is for a text with these features; what the model does not know says nothing."""
        known = [self.weights[feature] for feature in found if feature in self.weights]
        length = math.sqrt(len(known)) or 1.0
        scores = dict(zip(self.classes, self.bias, strict=True))
        for weights in known:
            for name, weight in weights.items():
                scores[name] += weight / length
        highest = max(scores.values())
        powers = {name: math.exp(score - highest) for name, score in scores.items()}
        whole = sum(powers.values())
        return {name: power / whole for name, power in powers.items()}


def model_of(held: Mapping[str, Any]) -> Model:
    """The model that a file holds."""
    return Model(tuple(held["bias"]), tuple(held["bias"].values()), held["weights"])


@cache
def _model() -> Model:
    return model_of(json.loads(MODEL.read_text(encoding="utf-8")))


@cache
def word_lists() -> Any:
    """The patterns of questions, as they are written down: phrases, cues and more."""
    return read_yaml(PATTERNS)


def by_intent(lists: Mapping[str, list[str]]) -> dict[Intent, re.Pattern[str]]:
    """One pattern for all that is listed of each intent."""
    return {Intent(name): re.compile("|".join(found)) for name, found in lists.items()}


@cache
def _cues() -> dict[Intent, re.Pattern[str]]:
    return by_intent(word_lists()["cues"])


@cache
def _question() -> re.Pattern[str]:
    return re.compile(word_lists()["question"])


def is_question(plain: str) -> bool:
    """Does a normalised text ask anything, whatever it is?"""
    return bool(_question().search(plain))


def intents_of(plain: str, told: Collection[Intent] = ()) -> tuple[Intent, ...]:
    """What a normalised question is about, in the order of asking; nothing where it asks for none of these.

    ``told``: what phrases of it ask for, by themselves.
    """
    found = _likeliest(plain, 1.0 if told else ASKS_NOTHING)
    if not found:
        return ()
    # Of two questions in one, the model hears the louder; each by itself is heard.
    each = [next(iter(of_part.items())) for part in _asking(plain) if (of_part := _likeliest(part))]
    near = [intent for intent, probable in found.items() if probable >= NEAR * next(iter(found.values()))]
    clear = [intent for intent, probable in each if probable >= CLEAR]
    by_phrase = [intent for intent, probable in found.items() if intent in told and probable >= TOLD]
    asked = list(dict.fromkeys([near[0], *clear, *near, *by_phrase]))[:MOST_ASKED]
    return tuple(sorted(asked, key=lambda intent: _place(intent, plain)))


def _likeliest(plain: str, nothing: float = ASKS_NOTHING) -> dict[Intent, float]:
    """The intents with their probabilities, the likeliest first; none where none is asked with that of ``nothing``."""
    found = _model().probabilities(features(plain))
    if found.pop(NONE) >= nothing:
        return {}
    return {Intent(name): found[name] for name in sorted(found, key=lambda name: found[name], reverse=True)}


def _place(intent: Intent, plain: str) -> int:
    """Where a cue of it stands; behind everything where none does."""
    cue = _cues()[intent].search(plain)
    return cue.start() if cue else len(plain)


def features(plain: str) -> set[str]:
    """What the model knows of a normalised text: its cues, and the grams of the parts that ask (of the last, where
    none does).
    """
    cues = {f"<{intent}>" for intent, cue in _cues().items() if cue.search(plain)}
    return cues.union(*map(_grams, _asking(plain)))


def _asking(plain: str) -> list[str]:
    """The parts of a text that ask; the last, where none does."""
    parts = [part for part in _PARTS.split(plain) if part.strip()]
    return [part for part in parts if is_question(part)] or parts[-1:]


def _grams(part: str) -> Iterator[str]:
    latin: list[str] = []
    for run in runs(part):
        if is_han(run):
            yield from _ngrams(latin, " ")
            latin = []
            yield from _ngrams(list(run), "")
        else:
            latin += latin_tokens(run)
    yield from _ngrams(latin, " ")


def _ngrams(units: list[str], joiner: str) -> Iterator[str]:
    """Those of one to three characters or stems, with a mark for both ends."""
    marked = ["^", *units, "$"] if units else []
    for length in range(1, LONGEST_GRAM + 1):
        yield from (joiner.join(marked[start : start + length]) for start in range(len(marked) - length + 1))
