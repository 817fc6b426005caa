"""Which items lists show, and all that a list needs of them in a bounded number of queries."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Left, Length

from guides.codes import ItemStatus
from guides.models import GuidePage
from guides.rules.alphabet import letter_of, sort_key
from knowledge.models import ServicePoint, Topic, with_departments
from knowledge.paging import Listing
from knowledge.prepared import Prepared
from knowledge.public import public
from translations.languages import column, default_language
from translations.reading import REVIEW_MARK, choose, is_reviewed, read_all, read_columns

PAGE_SIZE = 20
CARD_FIELDS = (
    *("name", "summary", "task_code", "status", "promised_days", "promised_unit", "visits", "online_depth"),
    *("charges_fee", "everyday_names"),
)
STEP = GuidePage.steplen  # characters that a page's path has more than its parent's


def readable_guides() -> QuerySet[GuidePage]:
    """Items that anybody may read: a sign may still lead to one that has been cancelled, and says so."""
    return public(GuidePage)


def public_guides() -> QuerySet[GuidePage]:
    """Items that lists show: readable, and not cancelled."""
    return readable_guides().exclude(status=ItemStatus.CANCELLED)


def public_guide(key: int) -> GuidePage | None:
    """One of them, whole."""
    return next(iter(_public_guides_by_key(key)), None)


_public_guides_by_key = Prepared(lambda key: public_guides().filter(pk=key))


def in_reading_order(guides: QuerySet[GuidePage], language: str) -> QuerySet[GuidePage]:
    """As the tree has them; in another language than Chinese, what is reviewed in it first."""
    if language == default_language():
        return guides.order_by("path")
    return guides.order_by(f"-{column(REVIEW_MARK, language)}", "path")


def cards(guides: QuerySet[GuidePage]) -> list[GuidePage]:
    """These items with what their cards show, each knowing its department."""
    return with_departments(only_cards(guides))


def only_cards(guides: QuerySet[GuidePage]) -> QuerySet[GuidePage]:
    """With what their cards show, and nothing else: an item has more than a hundred columns."""
    return guides.only(*read_columns(GuidePage, CARD_FIELDS))


def listing(guides: QuerySet[GuidePage], language: str, page_number: str | None) -> Listing:
    """One page of these items in reading order. A number that is none, or too high, gives the nearest page."""
    page = Paginator(in_reading_order(only_cards(guides), language), PAGE_SIZE).get_page(page_number)
    return Listing(page, read_all(with_departments(page.object_list), language))


def counted_topics() -> QuerySet[Topic]:
    """Topics that have items, each with their number as ``guide_count``."""
    count = Count("guides", filter=Q(guides__in=public_guides().values("pk")), distinct=True)
    return Topic.objects.annotate(guide_count=count).filter(guide_count__gt=0).order_by("audience", "code")


def counted_places(places: QuerySet[ServicePoint]) -> QuerySet[ServicePoint]:
    """Service points, each with the number of items handled there as ``guide_count``."""
    public = Q(windows__page__in=public_guides().values("pk"))
    return places.annotate(guide_count=Count("windows__page", filter=public, distinct=True)).order_by(
        "district__code", "kind", "slug"
    )


def counts_by_department() -> dict[str, int]:
    """How many items lie below each department, by the department's path."""
    rows = public_guides().order_by().annotate(parent_path=Left("path", Length("path") - STEP)).values("parent_path")
    return {row["parent_path"]: row["number"] for row in rows.annotate(number=Count("pk"))}


def counts_by(field: str) -> dict[Any, int]:
    """How many items have each value of a foreign key or plain field."""
    rows = public_guides().order_by().values(field).annotate(number=Count("pk"))
    return {row[field]: row["number"] for row in rows}


def counts_by_audience() -> Counter[str]:
    """How many items serve each audience; an item that serves several counts for each."""
    return Counter(code for codes in public_guides().values_list("audiences", flat=True) for code in codes or ())


@dataclass(frozen=True)
class Alphabet:
    """All items by letter, in the reader's language. Values are primary keys in order."""

    keys: dict[str, list[int]]

    def __getitem__(self, letter: str) -> list[int]:
        return self.keys.get(letter, [])


def alphabet(language: str) -> Alphabet:
    """Reviewed English names by their letters, Chinese names by pinyin."""
    columns = ("pk", column("name", default_language()), column("name", language), column(REVIEW_MARK, language))
    fields = dict.fromkeys(columns)
    names = [(_shown_name(guide, language), guide.pk) for guide in public_guides().only(*fields)]
    keys: dict[str, list[int]] = {}
    for name, pk in sorted(names, key=lambda pair: (sort_key(pair[0]), pair[1])):
        keys.setdefault(letter_of(name), []).append(pk)
    return Alphabet(keys)


def _shown_name(guide: GuidePage, language: str) -> str:
    return choose(guide, "name", language, is_reviewed(guide, language)).plain


def alphabet_listing(keys: list[int], language: str, page_number: str | None) -> Listing:
    """One page of the items with these keys, in their order."""
    page = Paginator(keys, PAGE_SIZE).get_page(page_number)
    by_key = {guide.pk: guide for guide in cards(GuidePage.objects.filter(pk__in=list(page.object_list)))}
    return Listing(page, read_all((by_key[key] for key in page.object_list), language))
