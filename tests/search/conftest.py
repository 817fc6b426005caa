"""Searching as a reader does."""

from collections.abc import Callable

import pytest
from django.test import Client

Titles = Callable[..., list[str]]


@pytest.fixture
def titles(client: Client) -> Titles:
    """``titles("结婚")``: what a reader finds, in order."""

    def search(text: str, language: str = "zh-hans") -> list[str]:
        answer = client.get(f"/{language}/search/", {"q": text, "format": "json"})
        assert answer.status_code == 200
        return [hit["title"] for hit in answer.json()["results"]]

    return search
