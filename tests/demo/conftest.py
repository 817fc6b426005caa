"""The demonstration hall, built once for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from knowledge.search.indexing import bulk_changes
from portal.demo import hall
from portal.demo.forms import loading
from portal.demo.forms.preparing import Prepared, prepare_all
from tests.databases import lasting

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder runs in one process: building the hall is what takes time."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.xdist_group("demonstration"))


@pytest.fixture(scope="package")
def prepared() -> list[Prepared]:
    """The forms, drawn and examined."""
    return prepare_all()


@pytest.fixture(scope="package")
def demonstration(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, prepared: list[Prepared]
) -> Iterator[None]:
    def build() -> None:
        with bulk_changes():
            hall.build()
            loading.store(prepared)

    with lasting(django_db_blocker, build):
        yield
