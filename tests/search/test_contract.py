"""All engines answer alike: the same documents, counts, orders and first results, up to ties."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from haystack import connections
from haystack.query import SQ, SearchQuerySet

from guides.models import GuidePage
from knowledge.search import facets, rebuilding
from knowledge.search.finding import find
from knowledge.search.plan import plan
from knowledge.search.thesaurus import Thesaurus, own_entries
from portal.environment import SEARCH_ENGINES, search_engine_class
from tests.bench import synthetic
from tests.conftest import Hall

from .conftest import Titles

DOCUMENTS = 300
QUERIES = 60
TIE = 0.03  # of a score: tantivy keeps the lengths of long texts in one byte, and scores in 32 bits


@pytest.fixture(params=SEARCH_ENGINES)
def search_engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Names, parts of names, questions, single characters, and words of the texts."""
    dice = random.Random(7)
    names = dice.sample(synthetic.names(DOCUMENTS), QUERIES)
    whole, parts, questions, characters = names[:15], names[15:30], names[30:45], names[45:]
    return [
        *whole,
        *(name[1:4] for name in parts),
        *(f"怎么办理{name}要带什么" for name in questions),
        *(name[0] for name in characters),
        "身份证原件",
        "marriage",
        "11511800mbh000007",
        "mbh000123",
    ]


@pytest.fixture
def on_every_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], list[Any]]:
    """Asks the same of the same synthetic documents in every engine."""
    documents = list(synthetic.documents(DOCUMENTS))

    def ask(question: Callable[[], Any]) -> list[Any]:
        answers = []
        for name in SEARCH_ENGINES:
            from django.conf import settings  # noqa: PLC0415

            monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "ENGINE", search_engine_class(name))
            monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(tmp_path / name))
            connections.reload("default")
            rebuilding.build(documents)
            answers.append(question())
            connections["default"].get_backend().close()
        return answers

    return ask


def first_page(text: str) -> tuple[int, list[tuple[str, float]], dict[str, dict[str, int]]]:
    hits = find(plan(text, Thesaurus(own_entries())))
    for facet in facets.offered():
        hits = hits.facet(facet.field)
    counts = {field: dict(found) for field, found in hits.facet_counts().get("fields", {}).items()}
    return len(hits), [(hit.pk, hit.score) for hit in hits[:10]], counts


def same_up_to_ties(one: list[tuple[str, float]], other: list[tuple[str, float]]) -> bool:
    """The scores fall alike, and a document stands elsewhere only among those that are as good."""
    if len(one) != len(other):
        return False
    alike = all(abs(a - b) <= TIE * max(a, b) for (_one, a), (_other, b) in zip(one, other, strict=True))
    score = dict(one)
    least = min(score.values(), default=0.0)
    return alike and all(abs(score.get(key, least) - value) <= TIE * value for key, value in other)


@pytest.mark.django_db
def test_the_same_queries_find_the_same_documents_counts_and_first_results(
    asked: list[str], on_every_engine: Callable[[Callable[[], Any]], list[Any]]
) -> None:
    first, *others = on_every_engine(lambda: {text: first_page(text) for text in asked})
    assert sum(len(hits) for _count, hits, _facets in first.values()) > 5 * len(asked)
    for other in others:
        for text in asked:
            assert other[text][0] == first[text][0], text
            assert other[text][2] == first[text][2], text
            assert same_up_to_ties(first[text][1], other[text][1]), (text, first[text][1], other[text][1])


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
