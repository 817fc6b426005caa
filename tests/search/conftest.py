"""Searching as a reader does."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from guides.models import GuidePage
from knowledge.search.indexing import bulk_changes
from tests.conftest import Hall

Titles = Callable[..., list[str]]
MANY = 23  # items; not a multiple of any page size


def page(client: Client, text: str, language: str = "zh-hans", **query: str) -> BeautifulSoup:
    """The page of results that a reader sees."""
    answer = client.get(f"/{language}/search/", {"q": text, **query})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content.decode(), "lxml")


@pytest.fixture
def many(hall: Hall) -> list[str]:
    """The names of twenty-three items that answer to one word (许可)."""
    names = ["许可" + "事" * number for number in range(1, MANY + 1)]
    with bulk_changes():
        for number, name in enumerate(names):
            hall.civil_affairs.add_child(
                instance=GuidePage(name_zh_hans=name, slug=f"item-{number}", task_code=str(number))
            )
    return names


@pytest.fixture
def titles(client: Client) -> Titles:
    """``titles("结婚")``: what a reader finds, in order."""

    def search(text: str, language: str = "zh-hans") -> list[str]:
        answer = client.get(f"/{language}/search/", {"q": text, "format": "json"})
        assert answer.status_code == 200
        return [hit["title"] for hit in answer.json()["results"]]

    return search
