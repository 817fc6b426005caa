"""What is offered while somebody types."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.models import GuidePage
from knowledge.search.suggestions import MOST
from tests import factories
from tests.conftest import Hall

MARRIAGE = "内地居民结婚登记"


def offered(client: Client, text: str, language: str = "zh-hans") -> list[str]:
    client.get(f"/{language}/search/", {"q": "x"})  # the index is built by the first search
    answer = client.get(f"/{language}/search/suggestions/", {"q": text})
    assert answer.status_code == 200
    return [one["text"] for one in answer.json()["suggestions"]]


@pytest.mark.parametrize("text", ["内地", "neidi", "ndjm", "结婚登记", "领结婚", "lingjie", "ljhz", "NEIDI"])
def test_items_are_offered_by_characters_pinyin_and_initials(guide: GuidePage, client: Client, text: str) -> None:
    assert {MARRIAGE, "领结婚证"} & set(offered(client, text))


def test_each_offer_says_what_it_is(guide: GuidePage, client: Client) -> None:
    offered(client, "x")
    found = client.get("/en/search/suggestions/", {"q": "marriage"}).json()["suggestions"]
    assert found == [{"text": "Marriage registration for mainland residents", "label": "Service"}]


def test_departments_are_offered(guide: GuidePage, client: Client) -> None:
    assert "雅安市民政局" in offered(client, "yaanshiminzheng")


def test_a_reader_is_offered_their_own_language_first(guide: GuidePage, client: Client) -> None:
    assert offered(client, "m", "en")[0] == "Marriage registration for mainland residents"


def test_what_is_not_public_any_more_is_not_offered(guide: GuidePage, client: Client) -> None:
    assert offered(client, "内地") == [MARRIAGE]
    GuidePage.objects.filter(pk=guide.pk).update(live=False)  # and no task has told the index yet
    assert offered(client, "内地") == []


def test_offers_are_few_and_so_are_the_queries(hall: Hall, client: Client) -> None:
    for number in range(MOST + 4):
        factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans=f"登记{number}")
    assert len(offered(client, "登记")) == MOST
    with CaptureQueriesContext(connection) as asked:
        client.get("/zh-hans/search/suggestions/", {"q": "登记"})
    assert len(asked) <= 4


def test_offers_are_for_the_reader_alone(guide: GuidePage, client: Client) -> None:
    offered(client, "x")
    assert "private" in client.get("/en/search/suggestions/", {"q": "m"})["Cache-Control"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_answered(guide: GuidePage, client: Client, text: str) -> None:
    assert client.get("/en/search/suggestions/", {"q": text}).status_code == 200
