"""Which public items rest on a statute, and on each of its articles."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from guides.listing import public_guides
from guides.models import GuidePage, LegalBasis, Statute

from .numbering import ArticleNumber


def items_resting_on(statute: Statute, article: ArticleNumber | None = None) -> QuerySet[GuidePage]:
    """The items that cite it, or this article of it, as a legal basis."""
    bases = LegalBasis.objects.filter(registered=statute)
    if article:
        bases = bases.filter(article_number=article.number, article_insertion=article.insertion)
    return public_guides().filter(pk__in=bases.values("page_id"))


def counts_by_article(statute: Statute) -> dict[ArticleNumber, int]:
    """How many public items cite each article; number 0: how many cite none."""
    counted = _public_bases().filter(registered=statute).values_list("article_number", "article_insertion")
    rows = counted.annotate(items=Count("page", distinct=True)).order_by()
    return {ArticleNumber(number, insertion): items for number, insertion, items in rows}


def counts_by_statute(statutes: Iterable[Statute]) -> dict[int, int]:
    """How many public items rest on each."""
    rows = _public_bases().filter(registered__in=list(statutes)).values_list("registered")
    return dict(rows.annotate(items=Count("page", distinct=True)).order_by())


def _public_bases() -> QuerySet[LegalBasis]:
    bases: QuerySet[LegalBasis] = LegalBasis.objects.filter(page__in=public_guides().values("pk"))
    return bases
