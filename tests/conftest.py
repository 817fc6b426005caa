"""The world that most tests start in, and its cast."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from haystack import connections
from pytest_django.plugin import DjangoDbBlocker

from guides.models import GuidePage
from knowledge.models import DepartmentIndexPage, DepartmentPage, User
from portal.environment import SEARCH_ENGINES, search_engine_class
from portal.models import HomePage

from . import factories

numbers = count(1)
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_unconfigure() -> None:
    """Remove the state directory that tests.settings made for this process."""
    shutil.rmtree(os.environ["PORTAL_VAR"], ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The database of this process, whichever tests were chosen."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A copy of the database, for tests that end transactions or start processes; it is thrown away with them."""
    with django_db_blocker.unblock():
        original = connection.settings_dict["NAME"]
        copy = f"copy_{next(numbers)}"  # never used again: killed processes leave files beside the one of SQLite
        connection.close()
        connection.creation.clone_test_db(copy, verbosity=0)
        connection.settings_dict["NAME"] = connection.creation.get_test_db_clone_settings(copy)["NAME"]
        yield
        connection.settings_dict["NAME"] = original
        connection.creation.destroy_test_db(suffix=copy, verbosity=0)


@dataclass
class Hall:
    """A hall with two departments."""

    home: HomePage
    index: DepartmentIndexPage
    civil_affairs: DepartmentPage
    public_security: DepartmentPage


@pytest.fixture
def search_engine() -> str:
    """The engine of this test; a module that is about all engines has a fixture of its own."""
    return SEARCH_ENGINES[0]


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    """Where the search index of this test lies; tests that change no page may share one."""
    return tmp_path / "index"


@pytest.fixture(autouse=True)
def search_index(index_path: Path, monkeypatch: pytest.MonkeyPatch, search_engine: str) -> Iterator[Path]:
    """Every test has a search index of its own; there is none until somebody searches."""
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(index_path))
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "ENGINE", search_engine_class(search_engine))
    connections.reload("default")
    yield index_path
    connections["default"].get_backend().close()


@pytest.fixture
def hall(db: None) -> Hall:
    return build_hall()


def build_hall() -> Hall:
    index = factories.DepartmentIndexPageFactory()
    civil_affairs = factories.DepartmentPageFactory(parent=index)
    public_security = factories.DepartmentPageFactory(
        parent=index,
        name_zh_hans="雅安市公安局",
        name_en="Ya'an Municipal Public Security Bureau",
        slug="public-security",
        credit_code="11511800008650001B",
        phone="0835-2800100",
    )
    return Hall(index.get_parent().specific, index, civil_affairs, public_security)


@pytest.fixture
def guide(hall: Hall) -> GuidePage:
    """A complete, published, bilingual item of the civil affairs bureau."""
    return factories.GuidePageFactory(parent=hall.civil_affairs)


@pytest.fixture
def superuser(db: None) -> User:
    return factories.UserFactory(username="chief", is_staff=True, is_superuser=True)


@pytest.fixture
def admin(client: Client, superuser: User) -> Client:
    """A browser of somebody who may do everything."""
    client.force_login(superuser)
    return client


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real items, statutes and forms, which is not part of the project."""
    if not DATA.is_dir():
        pytest.skip(f"the shared data folder is not at {DATA}")
    return DATA
