"""Why a page was found, token by token."""

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from guides.models import GuidePage
from knowledge.search.explaining import Reason, reasons
from knowledge.search.expressions import AllOf, AnyOf, Best, Except, Expression, Leaf, Prefer, Prefix, Term

A, B, C = Term("f", "a"), Term("f", "b", 2.0), Prefix("f", "c")


def explained(expression: Expression, **points: float) -> list[tuple[str, float]]:
    def of(leaves: Sequence[Leaf]) -> list[float]:
        return [points.get(leaf.start if isinstance(leaf, Prefix) else leaf.token, 0.0) for leaf in leaves]

    return [(reason.token, reason.points) for reason in reasons(expression, of)]


def test_the_weightiest_token_stands_first() -> None:
    assert explained(AnyOf((A, B, C)), a=1.0, c=3.0) == [("c", 3.0), ("a", 1.0)]


def test_of_several_ways_only_the_best_counts() -> None:
    assert explained(Best((A, AllOf((B, C)))), a=2.5, b=1.0, c=2.0) == [("c", 2.0), ("b", 1.0)]
    assert explained(Best((A, AllOf((B, C)))), a=2.5, b=9.0) == [("a", 2.5)]


def test_a_way_that_lacks_a_part_explains_nothing() -> None:
    assert explained(AnyOf((AllOf((A, B)), C)), a=1.0, c=1.0) == [("c", 1.0)]
    assert explained(AllOf((A, B)), a=1.0) == []


def test_what_only_helps_is_said() -> None:
    assert reasons(Prefer(A, (B, C)), lambda leaves: [1.0, 0.5, 0.0]) == [
        Reason("f", "a", 1.0),
        Reason("f", "b", 0.5, helpful=True),
    ]


def test_an_exclusion_adds_nothing() -> None:
    assert explained(AllOf((A, Except(B))), a=1.0, b=5.0) == [("a", 1.0)]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_staff_see_why_each_page_was_found(guide: GuidePage, admin: Client, language: str) -> None:
    page = BeautifulSoup(admin.get(f"/{language}/search/", {"q": "扯证", "explain": "1"}).content, "lxml")
    table = page.select_one(".hit .reasons")
    assert table is not None
    assert "called_zh_hans" in table.text
    assert "扯证" in table.text
    assert page.select_one(".search-results > .reasons") is not None


def test_the_points_of_a_page_make_up_its_score(guide: GuidePage, client: Client) -> None:
    from haystack import connections  # noqa: PLC0415

    from knowledge.search.finding import find  # noqa: PLC0415
    from knowledge.search.plan import plan  # noqa: PLC0415

    hits = find(plan("内地居民结婚登记要带什么"))
    engine = connections["default"].get_backend()
    found = reasons(hits.query.build_query(), lambda leaves: engine.points(hits[0].id, leaves))
    assert sum(reason.points for reason in found) == pytest.approx(hits[0].score, rel=1e-4)


def test_readers_do_not(guide: GuidePage, client: Client) -> None:
    answer = client.get("/zh-hans/search/", {"q": "扯证", "explain": "1"})
    assert "reasons" not in answer.content.decode()
