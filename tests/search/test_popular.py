"""What many have searched for is offered; what a few said, or somebody planted, is not."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage
from knowledge.models import SearchLogEntry
from knowledge.search.popular import ON_DAYS, TIMES, stands_in_pages
from knowledge.search.suggestions import MOST
from tests import factories
from tests.conftest import Hall

from .test_suggestions import offered


@pytest.fixture(autouse=True)
def fresh_list() -> Iterator[None]:
    for forget in (cache.clear, stands_in_pages.cache_clear):
        forget()
    yield
    for forget in (cache.clear, stands_in_pages.cache_clear):
        forget()


def asked(query: str, times: int = TIMES, days: int = ON_DAYS, language: str = "zh-hans", ago: int = 0) -> None:
    """So many searches on each of so many days."""
    for day in range(days):
        for _time in range(times):
            SearchLogEntry.objects.count_up(timezone.localdate() - timedelta(days=ago + day), language, query, 1)


@pytest.mark.parametrize("typed", ["结婚登记 照", "jiehundengjizh", "jhdjzp"])
def test_what_many_asked_is_offered_by_characters_pinyin_and_initials(
    guide: GuidePage, client: Client, typed: str
) -> None:
    asked("结婚登记 照片")
    assert "结婚登记 照片" in offered(client, typed)


def test_it_says_why_it_is_offered_and_stands_after_names(guide: GuidePage, client: Client) -> None:
    asked("marriage registration photograph", language="en")
    offered(client, "x")
    found = client.get("/en/search/suggestions/", {"q": "marriage"}).json()["suggestions"]
    assert found == [
        {"text": "Marriage registration for mainland residents", "label": "Service"},
        {"text": "marriage registration photograph", "label": "Often searched for"},
    ]


@pytest.mark.parametrize(
    "searches",
    [{"times": 1}, {"days": 1}, {"ago": 31}, {"language": "en"}],
    ids=["seldom", "one day", "old", "English"],
)
def test_what_was_asked_too_seldom_long_ago_or_in_another_language_is_not_offered(
    guide: GuidePage, client: Client, searches: dict[str, int]
) -> None:
    asked("结婚登记 照片", **searches)  # type: ignore[arg-type]
    assert "结婚登记 照片" not in offered(client, "结婚登记 照")


@pytest.mark.parametrize("planted", ["结婚登记 张大麻子", "结婚登记骗子", "结婚登记 beware"])
def test_words_that_stand_in_no_public_page_are_not_offered_however_often_they_are_asked(
    guide: GuidePage, client: Client, planted: str
) -> None:
    asked(planted, times=TIMES * 10, days=ON_DAYS * 3)
    assert planted not in offered(client, "结婚登记")


def test_a_query_that_is_a_name_is_offered_once(guide: GuidePage, client: Client) -> None:
    asked("内地居民结婚登记")
    assert offered(client, "内地") == ["内地居民结婚登记"]


def test_names_leave_room_for_two(hall: Hall, client: Client) -> None:
    for number in range(MOST):
        factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans=f"登记{number}")
    for query in ("登记 合影", "登记 照片", "登记 自愿"):
        asked(query)
    found = offered(client, "登记")
    assert len(found) == MOST
    assert found[-2:] == ["登记 合影", "登记 照片"]
