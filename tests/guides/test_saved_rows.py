"""The rows of an item come by SQL that is put together once, and are the same rows."""

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from guides.models import GuidePage, Material
from guides.reading_rows import RELATIONS
from guides.saved_rows import rows_of
from knowledge.prepared import Prepared
from tests.complete_item import complete_item
from tests.conftest import Hall


@pytest.fixture
def items(hall: Hall) -> list[GuidePage]:
    """Two, so that rows of another item would be noticed."""
    keys = [complete_item(hall.civil_affairs).pk, complete_item(hall.public_security).pk]
    return [GuidePage.objects.get(pk=key) for key in keys]


def loaded(row: Model) -> dict[str, object]:
    """What was read of a row."""
    return {name: value for name, value in row.__dict__.items() if name != "_state"}


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_rows_of_each_item_are_those_of_the_relation_in_its_order(items: list[GuidePage], relation: str) -> None:
    for item in items:
        found, wanted = rows_of(item, relation), list(getattr(item, relation).all())
        assert found == wanted != []
        assert [row.__dict__.keys() - {"_state"} for row in found] == [
            row.__dict__.keys() - {"_state"} for row in wanted
        ]


def test_rows_know_their_page_without_asking(items: list[GuidePage]) -> None:
    (material, *_others) = rows_of(items[0], "materials")
    with CaptureQueriesContext(connection) as asked:
        assert material.page is items[0]
    assert len(asked) == 0


def test_a_draft_has_the_rows_that_it_carries(items: list[GuidePage]) -> None:
    item = items[0]
    item.materials.set([Material(name_zh_hans="草稿中的材料")])
    draft = item.save_revision().as_object()
    assert [row.name_zh_hans for row in rows_of(draft, "materials")] == ["草稿中的材料"]
    assert len(rows_of(GuidePage.objects.get(pk=item.pk), "materials")) > 1


def test_a_page_that_was_never_saved_has_none() -> None:
    assert rows_of(GuidePage(), "materials") == []


def test_a_query_is_put_together_once(items: list[GuidePage]) -> None:
    built: list[int] = []

    def query(key: int) -> object:
        built.append(key)
        return GuidePage.objects.filter(pk=key)

    item_by_key = Prepared(query)  # type: ignore[arg-type]
    assert [item_by_key(item.pk) for item in items] == [[item] for item in items]
    assert len(built) == 1
