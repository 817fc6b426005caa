"""The world that most tests start in, and its cast."""

import gc
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.template import Context, RequestContext, Template
from django.test import Client
from django.test import client as test_client
from django.test.utils import override_settings, setup_databases, teardown_databases
from django.utils import translation
from haystack import connections
from pytest_django.plugin import DjangoDbBlocker

from guides.models import GuidePage
from knowledge.models import DepartmentIndexPage, DepartmentPage, User
from portal.environment import SEARCH_ENGINES, search_engine_class
from portal.models import HomePage

from . import factories
from .databases import EMPTY, Databases, World, copied

# No test is timed: a machine that is busy proves nothing about the code.
hypothesis.settings.register_profile("hall", deadline=None)
hypothesis.settings.load_profile("hall")

HERE = Path(__file__).parent
# Where databases differ: locks and several processes, counting in place, JSON, texts of any kind, dates.
DIFFERENT = (
    "answers",
    "consultations",
    "exchange/test_apply.py",
    "exchange/test_undo.py",
    "gaps",
    "statutes/test_importing.py",
    "statutes/test_watch.py",
    "tasks",
    "translations",
)
AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_collection_finish() -> None:
    """Thousands of tests stay until the end; looking for garbage among them is a quarter of the time of a page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_unconfigure() -> None:
    """Remove the state directory that tests.settings made for this process."""
    shutil.rmtree(os.environ["PORTAL_VAR"], ignore_errors=True)


# --- databases ----------------------------------------------------------------------------------------------------
#
# Building pages is slow, so the worlds that most tests start in are built once for each process, each in a copy of the
# migrated database. A test runs in a transaction on the copy that its fixtures ask for, and is rolled back. Nothing has
# to be said for that: a test with ``guide`` runs on the database with that item, one with ``hall`` on the one with the
# departments, any other on the empty one. It is opened before all other fixtures: one of them begins the transaction.


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tests that need a database are marked, and open theirs first."""
    names = item.fixturenames if isinstance(item, pytest.Function) else []
    if "django_db_setup" in names or item.get_closest_marker("django_db"):
        item.add_marker(pytest.mark.database)
        if any(item.path.is_relative_to(HERE / folder) for folder in DIFFERENT):
            item.add_marker(pytest.mark.both_databases)
        names.insert(0, "database")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Databases]:
    """The databases of this process, whichever tests were chosen."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        databases = Databases({"hall": World(EMPTY, build_hall), "guide": World("hall", build_guide)})
    yield databases
    with django_db_blocker.unblock():
        databases.remove()
        teardown_databases(made, verbosity=0)


@pytest.fixture
def database(request: pytest.FixtureRequest, django_db_setup: Databases, django_db_blocker: DjangoDbBlocker) -> None:
    """The one with the world that the other fixtures, or the mark ``world``, ask for."""
    marked = request.node.get_closest_marker("world")
    asked = [*(marked.args if marked else ()), *request.fixturenames]
    with django_db_blocker.unblock():
        django_db_setup.open(next((world for world in ("guide", "hall") if world in asked), EMPTY))


@pytest.fixture
def own_database(database: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A copy of the database, for tests that end transactions or start processes; it is thrown away with them."""
    with django_db_blocker.unblock(), copied():
        yield


# --- worlds -------------------------------------------------------------------------------------------------------


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


@override_settings(TASKS=AT_ONCE)
def build_hall() -> None:
    index = factories.DepartmentIndexPageFactory()
    factories.DepartmentPageFactory(parent=index)
    factories.DepartmentPageFactory(
        parent=index,
        name_zh_hans="雅安市公安局",
        name_en="Ya'an Municipal Public Security Bureau",
        slug="public-security",
        credit_code="11511800008650001B",
        phone="0835-2800100",
    )


@override_settings(TASKS=AT_ONCE)
def build_guide() -> None:
    factories.GuidePageFactory(parent=DepartmentPage.objects.get(slug="civil-affairs"))


@pytest.fixture
def hall(db: None) -> Hall:
    department = DepartmentPage.objects.get
    return Hall(
        home=HomePage.objects.get(),
        index=DepartmentIndexPage.objects.get(),
        civil_affairs=department(slug="civil-affairs"),
        public_security=department(slug="public-security"),
    )


@pytest.fixture
def guide(hall: Hall) -> GuidePage:
    """A complete, published, bilingual item of the civil affairs bureau."""
    return GuidePage.objects.earliest("pk")


@pytest.fixture
def admin_indexes(settings: Any) -> None:
    """What this test changes is found by the admin's search, and counted where it is used (see tests.immediate)."""
    settings.TASKS = AT_ONCE


@pytest.fixture
def superuser(db: None) -> User:
    return factories.UserFactory(username="chief", is_staff=True, is_superuser=True)


@pytest.fixture
def admin(client: Client, superuser: User) -> Client:
    """A browser of somebody who may do everything."""
    client.force_login(superuser)
    return client


@pytest.fixture(autouse=True, scope="session")
def contexts_of_pages() -> Iterator[None]:
    """An answer knows what its page was drawn from, but not each of the thousands of fragments inside it."""
    keep = test_client.store_rendered_templates  # type: ignore[attr-defined]

    def keep_pages(store: dict[str, Any], *sent: Any, template: Template, context: Context, **named: Any) -> None:
        if isinstance(context, RequestContext) and context.template is template:
            keep(store, *sent, template=template, context=context, **named)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(test_client, "store_rendered_templates", keep_pages)
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """What the test before has put into the cache was of another world."""
    cache.clear()


@pytest.fixture(autouse=True)
def no_language_chosen() -> None:
    """Every test starts in the language of record, whatever the one before has read."""
    translation.deactivate()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real items, statutes and forms, which is not part of the project."""
    if not DATA.is_dir():
        pytest.skip(f"the shared data folder is not at {DATA}")
    return DATA
