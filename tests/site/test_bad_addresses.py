"""Whatever stands in an address or a query string, the answer is a page."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .worlds import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world"), pytest.mark.xdist_group("world")]

LISTS = [
    "topics/organisation/010/",
    "audiences/enterprise/",
    "districts/511800/",
    "places/yaan-service-centre/",
    "a-z/s/",
    "departments/market-regulation/",
    "search/",
]
HOSTILE = ["0", "-1", "99999", "9" * 400, "x", "", "１", "1;drop table", "\x00", "<script>", "%", "é"]
ANYTHING = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("number", HOSTILE)
def test_a_page_number_that_is_none_gives_the_nearest_page(client: Client, path: str, number: str) -> None:
    assert client.get(f"/en/{path}", {"page": number}).status_code == 200


@ANYTHING
@given(query=st.dictionaries(st.sampled_from(["page", "q", "format", "next", "explain"]), st.text(max_size=60)))
def test_any_query_string_is_answered(world: World, client: Client, query: dict[str, str]) -> None:
    for path in LISTS:
        assert client.get(f"/zh-hans/{path}", query).status_code == 200


@ANYTHING
@given(rest=st.text(max_size=60))
def test_any_address_is_a_page_or_is_not_found(world: World, client: Client, rest: str) -> None:
    for start in ("/zh-hans/", "/en/departments/", "/en/topics/individual/", "/en/places/", "/i/", "/"):
        answer = client.get(start + rest.replace("?", "").replace("#", ""))
        assert answer.status_code in (200, 301, 302, 400, 404), start + rest
