"""From a reader's words to hits: what the words mean in this hall, and what was meant where they find nothing."""

from dataclasses import replace

from .characters import query_key
from .finding import count_all, find, find_some, is_only_mentioned
from .lexicon import Lexicon
from .near import near_to
from .plan import BESIDE_WEIGHT, NEAR_WEIGHT, Plan, plan
from .rebuilding import place_of
from .synonyms import thesaurus

SHORTEST_CORRECTED = 4  # characters: shorter words that find something mean what they say


class Found:
    """The hits of a reader's words; where no page has them all, those of what was probably meant, if one has that."""

    def __init__(self, text: str, language: str = "") -> None:
        self.text = text
        self.thesaurus = thesaurus()
        self._lexicon = Lexicon(place_of().live)
        self._language = language
        self.corrected = ""
        self.nearest: tuple[str, ...] = ()
        self.by_words = True  # does some page have some of what was said, or meant?
        if not self._look_for(text):
            self._correct(text)
            if not self.corrected:
                self._widen(NEAR_WEIGHT)
        elif is_only_mentioned(self.plan, self._count):
            self._widen(BESIDE_WEIGHT)

    @property
    def by_meaning(self) -> bool:
        """Did pages come in that mean nearly the same, because words found too little?"""
        return bool(self.plan.near)

    @property
    def has_all(self) -> bool:
        """Has some page all that was said, or meant?"""
        return self._count > 0

    def _look_for(self, text: str) -> bool:
        """Has a page everything that was asked for, or was nothing asked for?"""
        self.plan: Plan = plan(text, self.thesaurus, self._lexicon.names_in)
        self._count = count_all(self.plan)
        self.hits = find(self.plan, self._language, self._count)
        return self.has_all or not self.plan

    def _correct(self, text: str) -> None:
        """Words that find something are only replaced by those that find all they ask for."""
        before, some = (self.plan, self.hits), len(self.hits) > 0
        if some and len(query_key(text)) < SHORTEST_CORRECTED:
            return
        meant = self._lexicon.meant(text)
        self.corrected = next((words for words in meant if self._look_for(words)), "")
        if not self.corrected:
            self.plan, self.hits = before
        self.by_words = some or bool(self.corrected)
        if self.corrected or not some:
            self.nearest = tuple(words for words in meant if words != self.corrected and self._finds_some(words))

    def _finds_some(self, text: str) -> bool:
        """Does a link to these words lead anywhere?"""
        return len(find_some(plan(text, self.thesaurus, self._lexicon.names_in))) > 0

    def _widen(self, weight: float) -> None:
        """Those pages come in that are called something alike, with this weight."""
        if near := near_to(self.plan.with_official_words, self._lexicon):
            self.plan = replace(self.plan, near=near, near_weight=weight)
            self.hits = find(self.plan, self._language, self._count)
