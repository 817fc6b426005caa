"""What the pages of the registry are given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from guides.models import Article, StatuteVersion
from translations.desk.differences import Change, Piece, differences

from .aligning import Aligned, aligned
from .changes import same_words
from .numbering import ArticleNumber
from .words import words_of

LONGEST_COMPARED = 4000  # characters of an article: above, the two texts stand one after the other


@dataclass(frozen=True)
class Cited:
    """An article with the number of public items that rest on it."""

    article: Article
    items: int


@dataclass
class Division:
    """Articles below one heading; ``headings`` are those that are new here, the chapter before its section."""

    key: str  # of its anchor
    headings: Sequence[str]
    articles: list[Cited] = field(default_factory=list)


def divisions(articles: Iterable[Article], counts: Mapping[ArticleNumber, int]) -> list[Division]:
    """The articles by chapter and section, in order."""
    found: list[Division] = []
    path: list[str] = []
    for article in articles:
        here = article.path.splitlines()
        if not found or here != path:
            new = [name for number, name in enumerate(here) if here[: number + 1] != path[: number + 1]]
            found.append(Division(f"division-{len(found) + 1}", new))
            path = here
        found[-1].articles.append(Cited(article, counts.get(article.place, 0)))
    return found


def version_to_show(versions: Sequence[StatuteVersion], day: date) -> StatuteVersion | None:
    """The one in force; else the last that was, else the first that will be. ``versions``: the newest first."""
    in_force = next((version for version in versions if version.is_in_force(day)), None)
    begun = next((version for version in versions if version.effective_on <= day), None)
    return in_force or begun or (versions[-1] if versions else None)


@dataclass(frozen=True)
class ChangedArticle:
    """``pieces`` are the words that stayed, went and came."""

    row: Aligned
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Comparison:
    """Two versions: the articles that differ, those that only have another number, and how many are the same."""

    changed: Sequence[ChangedArticle]
    moved: Sequence[Aligned]
    same: int


def differences_of(before: StatuteVersion, after: StatuteVersion) -> Comparison:
    """Article by article, also where a revision has numbered them anew."""
    rows = aligned(words_of(before), words_of(after))
    moved = [row for row in rows if row.moved and same_words(row.before, row.after)]
    same = sum(row.is_same for row in rows)
    changed = [row for row in rows if not row.is_same and row not in moved]
    return Comparison([ChangedArticle(row, pieces(row.before, row.after)) for row in changed], moved, same)


def pieces(before: str, after: str) -> list[Piece]:
    """Word by word; very long texts as a whole."""
    if max(len(before), len(after)) > LONGEST_COMPARED:
        return [Piece(Change.GONE, before), Piece(Change.NEW, after)]
    return differences(before, after)
