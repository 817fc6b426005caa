"""Statutes and articles by what somebody types: a name or a part of it, an abbreviation, an article, words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Min, Q, QuerySet, Value, When
from django.db.models.functions import Length

from guides.models import Article, Statute, StatuteName, StatuteVersion

from .asking import Asked, asked
from .numbering import ArticleNumber

MOST_STATUTES = 8
MOST_ARTICLES = 20
SHORTEST_WORDS = 2  # characters: one finds everything
SHORTEST_NAME = 2


@dataclass(frozen=True)
class Suggestion:
    """A statute, or an article of it with its words in the version in force."""

    statute: Statute
    number: ArticleNumber | None = None
    article: Article | None = None


def by_name(name: str) -> QuerySet[Statute]:
    """Statutes with this key in one of their names; those that are called so, or end so, come first."""
    named = StatuteName.objects.filter(key__contains=name) if len(name) >= SHORTEST_NAME else StatuteName.objects.none()
    if not named.exists():  # what most searches are about: the other query is not even put together
        return Statute.objects.none()
    found = Statute.objects.filter(names__key__contains=name)
    nearness = Case(
        When(Q(names__key=name), then=Value(0)),
        When(Q(names__key__endswith=name), then=Value(1)),
        When(Q(names__key__startswith=name), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    ranked = found.annotate(nearness=Min(nearness), length=Length("title_zh_hans"))
    return ranked.order_by("nearness", "length", "title_zh_hans")


def by_words(words: str, day: date) -> QuerySet[Article]:
    """Articles of versions in force that hold every one of these words; none for words that are too short."""
    parts = [part for part in words.split() if len(part) >= SHORTEST_WORDS]
    if not parts:
        return Article.objects.none()
    holds = Q()
    for part in parts:
        holds &= Q(text__contains=part)
    versions = StatuteVersion.objects.in_force(day)
    found: QuerySet[Article] = Article.objects.filter(holds, version__in=versions.values("pk"))
    return found.select_related("version__statute").order_by("version__statute__kind", "version", "number", "insertion")


def suggestions(text: str, day: date) -> list[Suggestion]:
    """What may be meant, the likeliest first; an article that the version in force does not have is none."""
    what = asked(text)
    found = list(by_name(what.name)[:MOST_STATUTES])
    if what.article is None:
        return [Suggestion(statute) for statute in found]
    articles = _articles(what, found, day)
    return [Suggestion(s, what.article, articles[s.pk]) for s in found if s.pk in articles]


def _articles(what: Asked, statutes: list[Statute], day: date) -> dict[int, Article]:
    if what.article is None:
        return {}
    versions = StatuteVersion.objects.in_force(day).filter(statute__in=statutes)
    number, insertion = what.article
    rows = Article.objects.filter(version__in=versions, number=number, insertion=insertion)
    return {row.version.statute_id: row for row in rows.select_related("version")}
