"""Which article of one version became which of the next, when a revision numbers them anew. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from .changes import Words, same_words
from .numbering import ArticleNumber

ALIKE = 55.0  # of a hundred: below, two articles are about something else
SAME_NUMBER = 10.0  # as much surer is a pair with one number


@dataclass(frozen=True)
class Aligned:
    """An article then and now; nothing on one side: it is new, or gone."""

    was: ArticleNumber | None
    now: ArticleNumber | None
    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Same words under the same number."""
        return self.was == self.now and same_words(self.before, self.after)

    @property
    def moved(self) -> bool:
        return self.was is not None and self.now is not None and self.was != self.now


def aligned(before: Words, after: Words) -> list[Aligned]:
    """Every article of both versions once, in the order of the later one; those that are gone at their old place."""
    pairs = _pairs(before, after)
    rows = [_row(pairs.get(now), now, before, after) for now in after]
    gone = [_row(was, None, before, after) for was in before if was not in pairs.values()]
    return sorted([*rows, *gone], key=lambda row: (row.now or row.was or ArticleNumber(0), row.now is not None))


def _row(was: ArticleNumber | None, now: ArticleNumber | None, before: Words, after: Words) -> Aligned:
    return Aligned(was, now, before[was] if was else "", after[now] if now else "")


def _pairs(before: Words, after: Words) -> dict[ArticleNumber, ArticleNumber]:
    """From the new number to the old one, the likest first, each article once."""
    pairs = {number: number for number in after if number in before and same_words(before[number], after[number])}
    taken = set(pairs.values())
    for _likeness, now, was in sorted(_candidates(before, after, pairs), reverse=True):
        if now not in pairs and was not in taken:
            pairs[now] = was
            taken.add(was)
    return pairs


def _candidates(
    before: Words, after: Words, settled: dict[ArticleNumber, ArticleNumber]
) -> Iterator[tuple[float, ArticleNumber, ArticleNumber]]:
    old, new = ([number for number in words if number not in settled] for words in (before, after))
    if not old or not new:
        return
    table = process.cdist([after[n] for n in new], [before[n] for n in old], scorer=fuzz.ratio, score_cutoff=ALIKE)
    for row, now in enumerate(new):
        for column, was in enumerate(old):
            if likeness := float(table[row, column]):
                yield likeness + (SAME_NUMBER if now == was else 0), now, was
