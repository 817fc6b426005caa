"""Questions: what of a query is only asking, and what about a service is asked. Pure.

"办营业执照要带什么" asks for the materials of 营业执照, "how do I register a company" how to "register a company".
What is only asking weighs nothing; what is asked about is kept for those who answer.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import itemgetter
from pathlib import Path

from translations.lists import read_yaml

from .segmentation import normalise


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


PATTERNS = Path(__file__).parents[1] / "data" / "questions.yaml"
_NOTHING = re.compile(r"[^\w]*")


@dataclass(frozen=True)
class _Patterns:
    intents: dict[Intent, re.Pattern[str]]
    inside: re.Pattern[str]
    asking: re.Pattern[str]
    question: re.Pattern[str]
    cues: dict[Intent, re.Pattern[str]]


@cache
def _patterns() -> _Patterns:
    lists = read_yaml(PATTERNS)
    return _Patterns(
        intents=_by_intent(lists["intents"]),
        inside=re.compile("|".join(lists["inside"])),
        asking=re.compile("|".join(lists["asking"])),
        question=re.compile(lists["question"]),
        cues=_by_intent(lists["cues"]),
    )


def _by_intent(lists: dict[str, list[str]]) -> dict[Intent, re.Pattern[str]]:
    return {Intent(name): re.compile("|".join(found)) for name, found in lists.items()}


@dataclass(frozen=True)
class Question:
    """``subject`` is what items are looked for by, normalised, with a space where something was taken out; ``intents``
    are in the order in which they were asked. ``hinted``: a word alone told what is asked.
    """

    subject: str
    intents: tuple[Intent, ...] = ()
    hinted: bool = False


def understood(text: str) -> Question:
    """What a query asks. A query that is nothing but asking is its own subject: somebody may look for 收费标准."""
    plain = normalise(text)
    patterns = _patterns()
    left = patterns.inside.sub("", plain)
    asked: list[tuple[int, Intent]] = []  # with where it stands
    for intent, pattern in patterns.intents.items():
        if found := pattern.search(left):
            asked.append((plain.find(found.group()), intent))
            left = pattern.sub(" ", left)
    left = patterns.asking.sub(" ", left)
    subject = " ".join(left.split())
    intents = tuple(intent for _place, intent in sorted(asked, key=itemgetter(0)))
    hints = () if intents else _hints(plain)
    return Question(plain if _NOTHING.fullmatch(subject) else subject, intents or hints, bool(hints))


def _hints(plain: str) -> tuple[Intent, ...]:
    """What a text that asks is about by a word alone: people say the same in more ways than phrases can list."""
    if not _patterns().question.search(plain):
        return ()
    return next(((intent,) for intent, cue in _patterns().cues.items() if cue.search(plain)), ())
