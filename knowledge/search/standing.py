"""What comes first of pages that answer equally well. Pure.

Gentle: a page that says more of what was asked for stays before one that is only of a better kind.
"""

import re
from functools import cache
from pathlib import Path

from translations.lists import read_yaml

from .characters import normalise

WORDS = Path(__file__).parents[1] / "data" / "questions.yaml"

# Tokens of the field of standings.
SERVICE = "service"  # somebody gets something done: not the page of a body
ACT = "act"  # and more than telling about another service
# What each adds for every part of a query. A part that stands in a name adds some 30.
SERVICE_WEIGHT = 10.0
ACT_WEIGHT = 3.0
REVIEWED_WEIGHT = 2.5
NEAR_WEIGHT = 1.0

_NOTHING_BELOW = re.compile("(?:00)+$")
_BRACKET = re.compile(r"[（(]")


def reviewed(language: str) -> str:
    """The token of pages whose text in this language is reviewed."""
    return f"reviewed-{language}"


def located(division: str) -> str:
    """The token of pages of this division (GB/T 2260), and the beginning of those of all divisions in it.

    ``"511800"`` -> ``"at-5118"``, ``"511802901"`` -> ``"at-511802901"``.
    """
    return f"at-{_NOTHING_BELOW.sub('', division)}"


def tells_only(name: str) -> bool:
    """Does a name, or a query, end in looking up, asking about or booking a service, not in the service?

    ``"签注进度查询"`` does, ``"签注"`` and ``"查询目录发布备案"`` do not. What stands in brackets does not count.
    """
    return _ends_as("telling", name)


def names_body(text: str) -> bool:
    """Does it end as names of offices do: ``"民政局"``, ``"civil affairs bureau"``?"""
    return _ends_as("bodies", text)


def wanted(subject: str) -> dict[str, float]:
    """The kinds of pages that come first for the subject of a query, with their weights."""
    if names_body(subject):
        return {}
    return {SERVICE: SERVICE_WEIGHT} | ({} if tells_only(subject) else {ACT: ACT_WEIGHT})


def _ends_as(kind: str, text: str) -> bool:
    return bool(_endings(kind).search(_BRACKET.split(normalise(text))[0].strip()))


@cache
def _endings(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(read_yaml(WORDS)[kind]))
