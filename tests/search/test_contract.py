"""What every engine does: orders, facets, narrowing, paging, what is alike."""

import pytest
from haystack.query import SQ, SearchQuerySet

from guides.models import GuidePage
from portal.environment import SEARCH_ENGINES
from tests.conftest import Hall

from .conftest import Titles


@pytest.fixture(params=SEARCH_ENGINES)
def search_engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_hits_come_in_the_order_of_a_number_and_pages_without_one_last(hall: Hall) -> None:
    for slug, days in (("a", 20), ("b", None), ("c", 0), ("d", 5)):
        hall.civil_affairs.add_child(instance=GuidePage(name_zh_hans="许可", slug=slug, promised_days=days))
    hits = SearchQuerySet().filter(name_zh_hans="许可")
    by_key = dict(GuidePage.objects.values_list("pk", "slug"))
    assert [by_key[int(hit.pk)] for hit in hits.order_by("order_time")] == ["c", "d", "a", "b"]
    assert [by_key[int(hit.pk)] for hit in hits.order_by("-order_time")] == ["a", "d", "c", "b"]
    assert [by_key[int(hit.pk)] for hit in hits.order_by("order_time")[1:3]] == ["d", "a"]


def test_two_orders_at_once_are_refused(guide: GuidePage) -> None:
    with pytest.raises(NotImplementedError, match="one field"):
        SearchQuerySet().order_by("order_time", "order_visits").count()


def test_facets_are_counted_over_all_that_was_found(guide: GuidePage) -> None:
    counts = SearchQuerySet().facet("facet_kind").facet("facet_visits").facet_counts()["fields"]
    assert dict(counts["facet_kind"]) == {"guide": 1, "department": 2}
    assert dict(counts["facet_visits"]) == {"1": 1}


def test_narrowing_takes_a_field_and_a_value(guide: GuidePage) -> None:
    assert SearchQuerySet().narrow("facet_kind:guide").count() == 1
    assert SearchQuerySet().narrow("facet_kind:department").narrow("facet_kind:guide").count() == 0


def test_what_is_called_alike_is_found_without_the_page_itself(hall: Hall, guide: GuidePage) -> None:
    for slug, name in (("a", "涉外婚姻登记"), ("b", "内地居民离婚登记"), ("c", "养犬登记"), ("d", "取水")):
        hall.civil_affairs.add_child(instance=GuidePage(name_zh_hans=name, slug=slug))
    alike = SearchQuerySet().more_like_this(guide).models(GuidePage)
    names = [GuidePage.objects.get(pk=hit.pk).name_zh_hans for hit in alike]
    assert names[0] == "内地居民离婚登记"
    assert set(names) == {"内地居民离婚登记", "涉外婚姻登记", "养犬登记"}
    assert [hit.pk for hit in alike[1:2]] == [hit.pk for hit in alike][1:2]


def test_a_reader_finds_and_loses_pages_alike(guide: GuidePage, titles: Titles) -> None:
    assert titles("扯证") == ["内地居民结婚登记"]
    assert titles("jiehundengji") == ["内地居民结婚登记"]
    guide.unpublish()
    assert titles("扯证") == []


def test_negated_filters_and_alternatives_combine(guide: GuidePage) -> None:
    everything = SearchQuerySet()
    assert everything.exclude(name_zh_hans="结婚").count() == 2
    assert everything.filter(~SQ(name_zh_hans="结婚") & SQ(name_zh_hans="民政局")).count() == 1
    assert everything.filter(name_zh_hans__in=["结婚登记", "公安局"]).count() == 2
