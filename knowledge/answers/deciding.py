"""Which of the pages that were found is meant, and how certain that is. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from knowledge.search.plan import Choice as Way
from knowledge.search.plan import Plan
from knowledge.search.segmentation import index_text, words_of

from .rarity import EXPLAINED, rarity

NEAR = 0.7  # of the best score: what is as near may be meant as well
LEAST = 1 / 12  # of what was asked for that a name has to have, for the page to be meant at all
UNSAID = 0.3  # how likely a page is of whose names nothing was said, beside one of which all was
UNLIKE = 0.2  # the same of one whose names mean nothing alike
COMMON = 0.5  # what a word of a name says at least
MOST_CHOICES = 5
MOST_GUESSES = 3

Page = TypeVar("Page")


class Certainty(StrEnum):
    """One page is meant; one of several; or perhaps one of a few that have part of what was asked for."""

    SURE = "sure"
    CHOICE = "choice"
    GUESS = "guess"


@dataclass(frozen=True)
class Candidate(Generic[Page]):
    """A page that was found: its score, what share of what was asked for stands in its names, what share of a name of
    it was asked for, and how near a name is to that in meaning.
    """

    page: Page
    score: float
    covers: float
    said: float = 1.0
    alike: float = 1.0

    @property
    def likelihood(self) -> float:
        """The higher the likelier. A name with much that nobody spoke of is hardly meant."""
        return self.score * self.covers * (UNSAID + self.said) * (UNLIKE + max(self.alike, 0.0))


@dataclass(frozen=True)
class Decision(Generic[Page]):
    """``pages`` may be meant, the likeliest first; ``covers`` is what the first has of what was asked."""

    certainty: Certainty
    pages: tuple[Page, ...]
    covers: float = 1.0


def covered(plan: Plan, names: Iterable[str], around: Iterable[str] = ()) -> float:
    """The share of what a query says that stands in what a page is called, from 0 to 1; rare words say most.

    What only stands in the names ``around`` it, as of its department, neither is asked for nor is missing.
    """
    if not plan.clauses:
        return 1.0 if plan.code else 0.0
    named, beside = set(index_text(*names).split()), set(index_text(*around).split())
    found = [clause for clause in plan.clauses if _stands(clause, named)]
    missing = [clause for clause in plan.clauses if not _stands(clause, named | beside)]
    said, unsaid = sum(map(_says, found)), sum(map(_says, missing))
    if not said + unsaid:
        said, unsaid = len(found), len(missing)
    return said / (said + unsaid) if found else 0.0


def all_said(text: str, plan: Plan) -> frozenset[str]:
    """The tokens of all that a reader says and means; what only asks included, since names have such words, too."""
    return frozenset([*index_text(text).split(), *plan.tokens])


def said(asked: frozenset[str], names: Iterable[str]) -> float:
    """The share of a name that was asked for, of the one that has most of it, from 0 to 1; rare words say most."""
    return max((_share(_words(name), asked) for name in names), default=0.0)


Weighed = tuple[tuple[float, frozenset[str]], ...]  # what each word of a name says, and the tokens it is found by


def _share(name: Weighed, asked: frozenset[str]) -> float:
    found = sum(weight for weight, tokens in name if not tokens.isdisjoint(asked))
    return found / (sum(weight for weight, _tokens in name) or 1.0)


@lru_cache(maxsize=20_000)
def _words(name: str) -> Weighed:
    return tuple((max(rarity(word), COMMON), frozenset(index_text(word).split())) for word in words_of(name))


def _stands(clause: tuple[Way, ...], tokens: set[str]) -> bool:
    return any(tokens.issuperset(way.tokens) for way in clause)


def _says(clause: tuple[Way, ...]) -> float:
    """What a part of a query weighs, by the reader's own words."""
    own = max(map(rarity, clause[0].tokens), default=0.0)
    return own if len(clause) == 1 else max(own, EXPLAINED)


def decide(candidates: Sequence[Candidate[Page]]) -> Decision[Page] | None:
    """What is meant of pages that were found, the best first; nothing where none is near enough to be called an answer.

    A page is certain when its names have everything that was asked for, and none that has as much stands as near.
    """
    likeliest = sorted(candidates, key=lambda one: one.likelihood, reverse=True)
    if not likeliest:
        return None
    first = likeliest[0]
    near = [one for one in likeliest if one.score >= NEAR * first.score and one.covers >= first.covers]
    if first.covers == 1.0:
        certainty = Certainty.SURE if len(near) == 1 else Certainty.CHOICE
        return Decision(certainty, tuple(one.page for one in near[:MOST_CHOICES]))
    guesses = [one.page for one in likeliest if one.covers >= LEAST]
    return Decision(Certainty.GUESS, tuple(guesses[:MOST_GUESSES]), first.covers) if guesses else None
