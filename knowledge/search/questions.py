"""Questions: what of a query is only asking, and which aspect of a service is asked about. Pure.

"办营业执照要带什么" asks for the materials of 营业执照, "how do I register a company" how to "register a company".
What is only asking weighs nothing; the aspects are kept for those who answer.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from knowledge.lists import read_yaml

from .segmentation import normalise


class Aspect(StrEnum):
    """What people ask about a service."""

    MATERIALS = "materials"
    FEE = "fee"
    TIME = "time"
    PLACE = "place"
    CONDITIONS = "conditions"
    FLOW = "flow"
    LEGAL_BASIS = "legal_basis"
    RESULT = "result"
    ONLINE = "online"


PATTERNS = Path(__file__).parents[1] / "data" / "questions.yaml"
_NOTHING = re.compile(r"[^\w]*")


@dataclass(frozen=True)
class _Patterns:
    aspects: dict[Aspect, re.Pattern[str]]
    inside: re.Pattern[str]
    asking: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lists = read_yaml(PATTERNS)
    return _Patterns(
        aspects={Aspect(name): re.compile("|".join(found)) for name, found in lists["aspects"].items()},
        inside=re.compile("|".join(lists["inside"])),
        asking=re.compile("|".join(lists["asking"])),
    )


@dataclass(frozen=True)
class Question:
    """``subject`` is what items are looked for by, normalised, with a space where something was taken out."""

    subject: str
    aspects: frozenset[Aspect] = frozenset()


def understood(text: str) -> Question:
    """What a query asks. A query that is nothing but asking is its own subject: somebody may look for 收费标准."""
    plain = normalise(text)
    patterns = _patterns()
    left = patterns.inside.sub("", plain)
    aspects = set()
    for aspect, pattern in patterns.aspects.items():
        left, times = pattern.subn(" ", left)
        if times:
            aspects.add(aspect)
    left = patterns.asking.sub(" ", left)
    subject = " ".join(left.split())
    return Question(plain if _NOTHING.fullmatch(subject) else subject, frozenset(aspects))
