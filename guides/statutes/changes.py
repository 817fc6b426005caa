"""What a new wording of a statute means to somebody who cites it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from guides.codes.statutes import FlagKind

from .numbering import ArticleNumber

Words = Mapping[ArticleNumber, str]
TIME_TO_LOOK = timedelta(days=14)


@dataclass(frozen=True)
class Change:
    """``article`` is nothing for the statute as a whole; ``before`` and ``after`` are its words."""

    kind: FlagKind
    article: ArticleNumber | None = None
    before: str = ""
    after: str = ""


def same_words(one: str, other: str) -> bool:
    """White space is no words."""
    return "".join(one.split()) == "".join(other.split())


def change_for(article: ArticleNumber | None, before: Words, after: Words) -> Change:
    """What the new version is to a citation of this article.

    An article that stands in neither version is cited wrongly: then nothing is known but that there is a new version.
    """
    if article is None or article not in before:
        return Change(FlagKind.NEW_VERSION, article)
    if article not in after:
        return Change(FlagKind.ARTICLE_VANISHED, article, before[article])
    if same_words(before[article], after[article]):
        return Change(FlagKind.NEW_VERSION, article, before[article], after[article])
    return Change(FlagKind.ARTICLE_CHANGED, article, before[article], after[article])


def corrected(before: Words, after: Words) -> set[ArticleNumber]:
    """The articles whose words differ between two readings of the same version, those that vanished among them."""
    return {number for number, text in before.items() if not same_words(text, after.get(number, ""))}


def due(today: date, effective_on: date) -> date:
    """By when to look at it: two weeks from now, or the day on which it takes effect where that is later."""
    return max(today + TIME_TO_LOOK, effective_on)


@dataclass(frozen=True)
class Compared:
    """One article in two versions; a text that is nothing: it is not in that version."""

    article: ArticleNumber
    before: str | None
    after: str | None

    @property
    def is_same(self) -> bool:
        return self.before is not None and self.after is not None and same_words(self.before, self.after)


def compared(before: Words, after: Words) -> list[Compared]:
    """Every article of two versions, by number."""
    numbers: Iterable[ArticleNumber] = sorted({*before, *after})
    return [Compared(number, before.get(number), after.get(number)) for number in numbers]
