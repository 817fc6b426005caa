"""Questions: what of a query is only asking, and what about a service is asked. Pure.

"办营业执照要带什么" asks for the materials of 营业执照, "how do I register a company" how to "register a company".
What is only asking weighs nothing; what is asked about is kept for those who answer.
"""

import re
from dataclasses import dataclass
from functools import cache

from .characters import normalise
from .intents import Intent, by_intent, intents_of, is_question, word_lists

_NOTHING = re.compile(r"[^\w]*")


@dataclass(frozen=True)
class _Patterns:
    intents: dict[Intent, re.Pattern[str]]
    inside: re.Pattern[str]
    asking: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lists = word_lists()
    return _Patterns(
        intents=by_intent(lists["intents"]),
        inside=re.compile("|".join(lists["inside"])),
        asking=re.compile("|".join(lists["asking"])),
    )


@dataclass(frozen=True)
class Question:
    """``subject`` is what items are looked for by, normalised, with a space where something was taken out; ``intents``
    are what is asked, in the order of asking. ``hinted``: no phrase tells it, only the model.
    """

    subject: str
    intents: tuple[Intent, ...] = ()
    hinted: bool = False


def understood(text: str) -> Question:
    """What a query asks. A query that is nothing but asking is its own subject: somebody may look for 收费标准."""
    plain = normalise(text)
    patterns = _patterns()
    left = patterns.inside.sub("", plain)
    told = []
    for intent, pattern in patterns.intents.items():
        left, count = pattern.subn(" ", left)
        told += [intent] if count else []
    left = patterns.asking.sub(" ", left)
    subject = " ".join(left.split())
    intents = intents_of(plain, told) if told or is_question(plain) else ()
    hinted = bool(intents) and not told
    return Question(plain if _NOTHING.fullmatch(subject) else subject, intents, hinted)
