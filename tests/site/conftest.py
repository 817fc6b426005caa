"""One small hall for all tests of this folder, which only read."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.crawling import LANGUAGES, Visited, crawl
from tests.databases import lasting

from .worlds import World, build


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with lasting(django_db_blocker, build) as world:
        yield world


@pytest.fixture(scope="package", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="package")
def pages(language: str, world: World) -> dict[str, Visited]:
    """Every page in one language, those that no list shows included."""
    unlisted = f"/{language}/departments/civil-affairs/{world.cancelled.slug}/"
    return crawl(Client(), f"/{language}/", unlisted, f"/{language}/search/")
