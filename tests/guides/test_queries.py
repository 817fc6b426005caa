"""How many questions a page asks of the database: bounded, however many rows and items there are."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from guides.listing import PAGE_SIZE
from guides.models import GuidePage, Material, Window
from guides.reading_rows import RELATIONS
from portal.models import HallSettings
from tests import factories
from tests.complete_item import complete_item
from tests.conftest import Hall

GUIDE_PAGE = 25  # the promise of the issue, with no cache warm
LISTS = {
    "": 22,
    "departments/": 15,
    "departments/civil-affairs/": 17,
    "topics/": 10,
    "topics/individual/060/": 15,
    "audiences/individual/": 15,
    "districts/": 12,
    "districts/511800/": 16,
    "places/yaan-service-centre/": 15,
    "a-z/": 10,
    "a-z/n/": 15,
}


def queries(client: Client, path: str) -> int:
    """Of one request that finds every cache empty, in a hall that has its settings."""
    HallSettings.load()
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_an_item_with_everything_takes_few_queries(hall: Hall, client: Client, language: str) -> None:
    guide = complete_item(hall.civil_affairs)
    assert queries(client, f"/{language}/departments/civil-affairs/{guide.slug}/") <= GUIDE_PAGE


def test_more_rows_take_no_more_queries(hall: Hall, client: Client) -> None:
    guide = complete_item(hall.civil_affairs)
    path = f"/zh-hans/departments/civil-affairs/{guide.slug}/"
    before = queries(client, path)
    for number in range(10):
        guide.materials.add(Material(name_zh_hans=f"材料{number}"))
        guide.windows.add(Window(place=factories.ServicePointFactory(slug=f"place-{number}")))
    guide.save_revision().publish()
    assert queries(client, path) <= before


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_list_takes_few_queries_however_long_it_is(hall: Hall, client: Client, language: str) -> None:
    many(hall, 2)
    few = {path: queries(client, f"/{language}/{path}") for path in LISTS}
    many(hall, PAGE_SIZE)
    for path, bound in LISTS.items():
        assert few[path] <= bound, path
        assert queries(client, f"/{language}/{path}") <= few[path] + 1, f"{path}: one more where paging starts"


def many(hall: Hall, number: int) -> list[GuidePage]:
    return [factories.GuidePageFactory(parent=hall.civil_affairs) for _ in range(number)]


def test_the_bounds_are_about_items_with_rows_of_every_kind(hall: Hall) -> None:
    guide = complete_item(hall.civil_affairs)
    assert [relation for relation in RELATIONS if not getattr(guide, relation).count()] == []
