"""What a reader's words ask for: a plan that any engine can follow. Pure.

A whole code comes first. Then pages that have every part of what was asked, ordered by where they have it: names and
everyday names weigh most. Where hardly any page has all, pages that have some, and those whose name has every
character: an abbreviation has no other token in common with the long name. Where no page has all, those as well that
are called something alike; where a few have, but none is called so, these too, with less weight.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from . import standing
from .codes import asked_code, backwards
from .intents import Intent
from .questions import understood
from .segmentation import abbreviated, query_tokens, whole_token
from .thesaurus import Meaning, Thesaurus

LONGEST = 200  # characters of a query that are read
MOST_CLAUSES = 24
MOST_WAYS = 4
OFFICIAL = 0.8  # of official words, beside the reader's own
ANOTHER_WAY = 0.1  # of a second way to say something, where a page has several
FEW = 12  # fewer hits than this with every part, and pages with some of them are shown too

TEXT_WEIGHT = 0.3  # of a token anywhere in a page
NAME_WEIGHT = 5.0  # of the same in its name or an everyday name
CODE_WEIGHT = 1000.0  # before anything that texts can reach
HELPFUL = 0.4  # of a token that is not needed
CHARACTER_WEIGHT = 1.0  # of one character of a longer word
ALL_CHARACTERS_WEIGHT = 2.0  # of each where a name has all of them
ABBREVIATED_WEIGHT = 3.0  # of a pair of characters by which a name may abbreviate the query
NEAR_WEIGHT = 400.0  # of a page that is called something alike, by how much alike, where no page has every part
BESIDE_WEIGHT = 20.0  # the same where a few pages do, though none is called so
EXACT_WEIGHT = 12.0  # of a name or everyday name that is the query and nothing more

Names = Callable[[str], Iterable[str]]  # a text -> the published names that stand in it


@dataclass(frozen=True)
class Choice:
    """One way to say a part of a query: every token is wanted, anywhere in a page; ``helpful`` ones may be missing."""

    tokens: tuple[str, ...]
    helpful: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True)
class Near:
    """A page by its identifier in the index, and how near a name of it is to what was said, up to 1."""

    document: str
    likeness: float


@dataclass(frozen=True)
class Plan:
    """``clauses`` are the parts of the query, each with the ways to say it, the reader's own first.

    ``helpful`` tokens need not be there; ``characters`` are single ones of names, ``abbreviations`` pairs of them that
    names may have instead of the long words. ``code`` is the part of a code that the query is, ``tokens`` are for
    highlighting, ``meanings`` for saying what was understood.
    """

    clauses: tuple[tuple[Choice, ...], ...] = ()
    characters: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, ...], ...] = ()
    helpful: tuple[str, ...] = ()
    code: str = ""
    subject: str = ""  # what is looked for, without what only asks
    near: tuple[Near, ...] = ()  # pages that are called something alike, where words find too little
    near_weight: float = NEAR_WEIGHT
    standings: tuple[tuple[str, float], ...] = ()  # the kinds of pages that come first, with their weights
    intents: tuple[Intent, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses or self.code)

    @property
    def whole(self) -> str:
        """The subject as one token."""
        return whole_token(self.subject)

    @property
    def official_words(self) -> list[str]:
        """All that are looked for beside the reader's own."""
        return list(dict.fromkeys(words for meaning in self.meanings for words in meaning.entry.official))

    @property
    def with_official_words(self) -> str:
        """The subject, and the likeliest official words for each everyday one: what names are compared with."""
        return " ".join([self.subject, *(meaning.entry.official[0] for meaning in self.meanings)])

    @property
    def tokens(self) -> tuple[str, ...]:
        """Every token that a page may have been found by, the reader's own first."""
        choices = [choice for clause in self.clauses for choice in clause]
        needed = (token for choice in choices for token in choice.tokens)
        helpful = (token for choice in choices for token in choice.helpful)
        return tuple(dict.fromkeys([*needed, *self.helpful, *helpful]))

    @property
    def code_starts(self) -> tuple[str, ...]:
        """What a token of the field of codes starts with."""
        return (self.code, backwards(self.code)) if self.code else ()


def plan(text: str, thesaurus: Thesaurus | None = None, names: Names = lambda text: ()) -> Plan:
    """The plan for a reader's words; an empty one where they ask for nothing.

    ``names`` knows what is published: one that stands in the query is a word of it, whatever the dictionary thinks.
    """
    text = text[:LONGEST]
    question = understood(text)
    known = frozenset(names(question.subject))
    meanings = tuple(thesaurus.meanings(question.subject)) if thesaurus else ()
    asked = query_tokens(question.subject, known)
    clauses = tuple(dict.fromkeys(_clauses(question.subject, meanings, known)))[:MOST_CLAUSES]
    told = {token for clause in clauses for choice in clause for token in (*choice.tokens, *choice.helpful)}
    return Plan(
        clauses=clauses,
        characters=asked.characters[:MOST_CLAUSES] if len(asked.characters) > 1 else (),
        abbreviations=tuple(dict.fromkeys(pairs[:MOST_CLAUSES] for pairs in abbreviated(question.subject)))[:MOST_WAYS],
        helpful=tuple(token for token in asked.optional if token not in told)[:MOST_CLAUSES],
        code=asked_code(text),
        subject=question.subject,
        standings=tuple(standing.wanted(question.subject).items()),
        intents=question.intents,
        meanings=meanings,
    )


def _clauses(text: str, meanings: tuple[Meaning, ...], known: frozenset[str]) -> Iterator[tuple[Choice, ...]]:
    position = 0
    for meaning in meanings:
        yield from _literal(text[position : meaning.start], known)
        if choices := tuple(_explained(text, meaning)):
            yield choices
        position = meaning.end
    yield from _literal(text[position:], known)


def _literal(text: str, known: frozenset[str]) -> Iterator[tuple[Choice, ...]]:
    for token in query_tokens(text, known).required:
        yield (Choice((token,)),)


def _explained(text: str, meaning: Meaning) -> Iterator[Choice]:
    """The reader's own words, then the official ones."""
    own = query_tokens(text[meaning.start : meaning.end])
    if own:
        yield Choice(own.required, own.optional)
    for words, weight in meaning.entry.weighted():
        if official := query_tokens(words):
            # Longer words must not count for more than what the reader said.
            share = min(1.0, max(len(own.required), 1) / len(official.required))
            yield Choice(official.required, official.optional, weight * share * OFFICIAL)
