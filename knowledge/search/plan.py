"""What a reader's words ask for: a plan that any engine can follow. Pure.

A whole code comes first. Then pages that have every part of what was asked, ordered by where they have it: everyday
names and names weigh most. Where hardly any page has all, pages that have some, and those whose name has every
character: an abbreviation has no other token in common with the long name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .codes import asked_code, backwards
from .questions import Aspect, understood
from .segmentation import QueryTokens, query_tokens, whole_token
from .thesaurus import Meaning, Thesaurus

LONGEST = 200  # characters of a query that are read
MOST_CLAUSES = 24
OFFICIAL = 0.9  # of official words, beside the reader's own
FEW = 12  # fewer hits than this with every part, and pages with some of them are shown too

WEIGHTS = {"everyday": 5.0, "name": 5.0, "short": 0.5, "department": 0.5, "text": 0.2}
CODE_WEIGHT = 1000.0  # before anything that texts can reach
HELPFUL = 0.5  # of a token that is not needed
CHARACTER_WEIGHTS = {"everyday": 2.0, "name": 2.0}  # of one character of a longer word
EXACT_WEIGHT = 3.0  # of a name or everyday name that is the query and nothing more


@dataclass(frozen=True)
class Choice:
    """One way to say a part of a query: every token is wanted, anywhere in the given parts of a page."""

    tokens: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Plan:
    """``clauses`` are the parts of the query, each with the ways to say it, the reader's own first.

    ``helpful`` tokens need not be there; ``characters`` are single ones of names. ``code`` is the part of a code that
    the query is, ``tokens`` are for highlighting, ``meanings`` for saying what was understood.
    """

    clauses: tuple[tuple[Choice, ...], ...] = ()
    characters: tuple[str, ...] = ()
    helpful: tuple[Choice, ...] = ()
    code: str = ""
    whole: str = ""  # the subject of the query as one token
    aspects: frozenset[Aspect] = field(default_factory=frozenset)
    meanings: tuple[Meaning, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses or self.code)

    @property
    def tokens(self) -> tuple[str, ...]:
        """Every token that a page may have been found by, the reader's own first."""
        needed = (token for clause in self.clauses for choice in clause for token in choice.tokens)
        return tuple(dict.fromkeys([*needed, *(token for choice in self.helpful for token in choice.tokens)]))

    @property
    def code_starts(self) -> tuple[str, ...]:
        """What a token of the field of codes starts with."""
        return (self.code, backwards(self.code)) if self.code else ()


def plan(text: str, thesaurus: Thesaurus | None = None) -> Plan:
    """The plan for a reader's words; an empty one where they ask for nothing."""
    text = text[:LONGEST]
    question = understood(text)
    meanings = tuple(thesaurus.meanings(question.subject)) if thesaurus else ()
    asked = query_tokens(question.subject)
    return Plan(
        clauses=tuple(dict.fromkeys(_clauses(question.subject, meanings)))[:MOST_CLAUSES],
        characters=asked.characters[:MOST_CLAUSES] if len(asked.characters) > 1 else (),
        helpful=tuple(_helpful(asked, meanings))[:MOST_CLAUSES],
        code=asked_code(text),
        whole=whole_token(question.subject),
        aspects=question.aspects,
        meanings=meanings,
    )


def _clauses(text: str, meanings: tuple[Meaning, ...]) -> Iterator[tuple[Choice, ...]]:
    position = 0
    for meaning in meanings:
        yield from _literal(text[position : meaning.start])
        if choices := tuple(_explained(text, meaning)):
            yield choices
        position = meaning.end
    yield from _literal(text[position:])


def _literal(text: str) -> Iterator[tuple[Choice, ...]]:
    for token in query_tokens(text).required:
        yield (Choice((token,)),)


def _explained(text: str, meaning: Meaning) -> Iterator[Choice]:
    """The reader's own words, then the official ones."""
    own = query_tokens(text[meaning.start : meaning.end]).required
    if own:
        yield Choice(own)
    for words, weight in meaning.entry.weighted():
        if tokens := query_tokens(words).required:
            # Longer words must not count for more than what the reader said.
            yield Choice(tokens, weight * min(1.0, max(len(own), 1) / len(tokens)) * OFFICIAL)


def _helpful(asked: QueryTokens, meanings: tuple[Meaning, ...]) -> Iterator[Choice]:
    for token in asked.optional:
        yield Choice((token,), HELPFUL)
    for meaning in meanings:
        for words, weight in meaning.entry.weighted():
            for token in query_tokens(words).optional:
                yield Choice((token,), HELPFUL * weight)
