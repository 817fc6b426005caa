"""How alike are two questions? By the words in which they agree, the rare ones counting most. Pure."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from knowledge.search.characters import is_han, runs
from knowledge.search.intents import Intent
from knowledge.search.questions import understood
from knowledge.search.segmentation import STOP_WORDS, latin_tokens, words
from knowledge.search.thesaurus import Thesaurus

from .rarity import EXPLAINED, rarity

VAGUE = frozenset({Intent.HOW, Intent.WHO})  # “how can I” and “can I” ask for anything
SAME_ASKED = 0.85
SAME_WRITTEN = 0.55


@dataclass(frozen=True)
class Unit:
    """A word of a question, or several that mean one thing; ``ways`` are other words for the same."""

    text: str
    weight: float
    ways: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """A question as it is compared."""

    text: str  # normalised, without what only asks
    units: tuple[Unit, ...]
    intents: frozenset[Intent] = frozenset()

    @cached_property
    def latin(self) -> frozenset[str]:
        """The stems of its words in Latin letters."""
        return frozenset(stem for run in runs(self.text) if not is_han(run) for stem in latin_tokens(run))

    @cached_property
    def ways(self) -> frozenset[str]:
        """Every other word for what it says."""
        return frozenset(way for unit in self.units for way in unit.ways)

    def says(self, unit: Unit) -> bool:
        """Does it say this, in these words or in others?"""
        if unit.text in (self.latin if unit.text.isascii() else self.text):
            return True
        return not self.ways.isdisjoint(unit.ways) or any(way in self.text for way in unit.ways)


def wording(question: str, thesaurus: Thesaurus) -> Wording:
    """A question with its words weighed. What no phrase asks makes no two questions different."""
    asked = understood(question)
    intents = frozenset(() if asked.hinted else asked.intents)
    return Wording(asked.subject, tuple(_units(asked.subject, thesaurus)), intents)


@dataclass(frozen=True)
class Likeness:
    """``asked``: what part of the reader's question the written one says; ``written``: the other way round; 0 to 1.

    ``loose``: the reader asks how, or for whom, and the written question does not.
    """

    asked: float = 0.0
    written: float = 0.0
    loose: bool = False

    @property
    def degree(self) -> float:
        """Of both, from 0 to 1: the harmonic mean."""
        whole = self.asked + self.written
        return 2 * self.asked * self.written / whole if whole else 0.0

    @property
    def is_same(self) -> bool:
        """Nearly everything that the reader says, and not much more."""
        return self.asked >= SAME_ASKED and self.written >= SAME_WRITTEN and not self.loose


def likeness(
    reader: Wording, written: Wording, about: Sequence[Wording] = (), around: Sequence[Wording] = ()
) -> Likeness:
    """How like a reader's question a written one is. A reader may name what it is ``about``; what is said by the names
    ``around`` counts for nothing.
    """
    if not _asks_the_same(reader.intents, written.intents):
        return Likeness()
    loose = not VAGUE.isdisjoint(reader.intents - written.intents)
    return Likeness(_share(reader, [written, *about], around), _share(written, [reader], around), loose)


def _asks_the_same(one: Set[Intent], other: Set[Intent]) -> bool:
    """Questions for materials and for the fee are two, whatever else they have in common."""
    asked, written = one - VAGUE, other - VAGUE
    return not asked.isdisjoint(written) if asked and written else not asked and not written


def only_names(reader: Wording, names: Sequence[Wording]) -> bool:
    """Whoever types what something is called wants to find it, and asks nothing."""
    return not reader.intents and _share(reader, names) == 1.0


def _share(of: Wording, said_by: Sequence[Wording], around: Sequence[Wording] = ()) -> float:
    """What part of a question these say, by weight."""
    counted = [unit for unit in of.units if not any(other.says(unit) for other in around)]
    said = (unit.weight for unit in counted if any(other.says(unit) for other in said_by))
    return sum(said) / (sum(unit.weight for unit in counted) or 1.0)


def _units(text: str, thesaurus: Thesaurus) -> Iterator[Unit]:
    position = 0
    for meaning in thesaurus.meanings(text):
        yield from _words(text[position : meaning.start])
        own = text[meaning.start : meaning.end]
        yield Unit(own, max(EXPLAINED, rarity(own)), tuple(words for words, _weight in meaning.entry.weighted()))
        position = meaning.end
    yield from _words(text[position:])


def _words(text: str) -> Iterator[Unit]:
    for run in runs(text):
        found = words(run) if is_han(run) else latin_tokens(run)
        yield from (Unit(word, rarity(word)) for word in found if word not in STOP_WORDS)
