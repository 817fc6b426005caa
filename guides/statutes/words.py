"""The words of articles, in the version of a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from guides.models import Article, Statute, StatuteVersion
from translations.local_text import LocalText
from translations.reading import Reading

from .numbering import ArticleNumber


def words_of(version: StatuteVersion) -> dict[ArticleNumber, str]:
    """The words of every article of a version."""
    rows = version.articles.values_list("number", "insertion", "text")
    return {ArticleNumber(number, insertion): text for number, insertion, text in rows}


@dataclass(frozen=True)
class Quoted:
    """What the registry says of a legal basis: its statute, the version in force, and the article where one is cited.

    ``version`` is nothing for a statute of which no version is in force.
    """

    statute: Reading
    version: StatuteVersion | None
    article: Article | None

    @property
    def url(self) -> str:
        address = str(self.statute.instance.get_absolute_url())
        return f"{address}#{self.article.anchor}" if self.article else address

    @property
    def words(self) -> LocalText | None:
        """In the language of record, in which alone they are law."""
        return LocalText(self.article.text, "zh-hans", self.statute.language) if self.article else None


@dataclass(frozen=True)
class Provision:
    """A legal basis as readers see it: what its editor wrote, and what the registry says."""

    basis: Reading
    quoted: Quoted | None


def provisions(bases: Sequence[Reading], day: date | None = None) -> list[Provision]:
    """Legal bases with the words that are in force: four queries for all of them, none where none is linked."""
    rows = [basis.instance for basis in bases]
    keys = {row.registered_id for row in rows if row.registered_id}
    if not keys:
        return [Provision(basis, None) for basis in bases]
    statutes = Statute.objects.in_bulk(keys)
    in_force = StatuteVersion.objects.filter(statute__in=keys).in_force(day or timezone.localdate())
    versions = {version.statute_id: version for version in in_force}
    articles = _articles(rows, versions)
    return [Provision(basis, _quoted(basis, statutes, versions, articles)) for basis in bases]


def _articles(rows: Iterable[Any], versions: dict[int, StatuteVersion]) -> dict[tuple[int, ArticleNumber], Article]:
    wanted = Q()
    for row in rows:
        if row.article_number and row.registered_id in versions:
            version = versions[row.registered_id]
            wanted |= Q(version=version, number=row.article_number, insertion=row.article_insertion)
    found = Article.objects.filter(wanted) if wanted else ()
    return {(article.version_id, article.place): article for article in found}


def _quoted(
    basis: Reading,
    statutes: dict[int, Statute],
    versions: dict[int, StatuteVersion],
    articles: dict[tuple[int, ArticleNumber], Article],
) -> Quoted | None:
    row = basis.instance
    statute = statutes.get(row.registered_id)
    if statute is None:
        return None
    version = versions.get(row.registered_id)
    place = ArticleNumber(row.article_number, row.article_insertion)
    article = articles.get((version.pk, place)) if version else None
    return Quoted(Reading(statute, basis.language), version, article)
