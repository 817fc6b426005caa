"""What Wagtail notes of every row it saves: done for each page once, whatever has become of the row."""

from typing import Any

import pytest
from django.test import Client
from django_tasks.base import Task
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

from guides.models import GuidePage, Window
from knowledge.models import ServicePoint
from knowledge.tasks.kinds import kind_of
from tests import factories

Call = tuple[str, str, str]


def do_together(task: Task[Any, Any], *calls: Call) -> None:
    """As a worker does what has been waiting."""
    together = kind_of(task.module_path).together
    assert together
    together([list(call) for call in calls])


@pytest.fixture
def place() -> ServicePoint:
    return factories.ServicePointFactory(slug="another")


@pytest.mark.parametrize("task", [update_reference_index_task, insert_or_update_object_task])
def test_what_is_gone_fails_nothing(guide: GuidePage, task: Task[Any, Any]) -> None:
    call = ("guides", "material", str(guide.materials.get(name_zh_hans="合影照片").pk))
    guide.materials.all().delete()
    do_together(task, call, ("guides", "guidepage", str(guide.pk)), ("guides", "guidepage", "0"))


def test_rows_bring_the_references_of_their_page_in_step_and_it_is_looked_at_once(
    guide: GuidePage, place: ServicePoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    update = ReferenceIndex.create_or_update_for_object

    def looking(found: Any) -> None:
        seen.append(found)
        update(found)

    monkeypatch.setattr(ReferenceIndex, "create_or_update_for_object", looking)
    guide.windows.add(*(Window(place=place) for _number in range(5)))
    guide.save_revision().publish()
    rows = [("guides", "window", str(row.pk)) for row in Window.objects.filter(page=guide)]
    do_together(update_reference_index_task, ("guides", "guidepage", str(guide.pk)), *rows, *rows)
    assert seen == [guide]
    assert ReferenceIndex.get_references_to(place).count() == 5


def test_the_search_of_the_admin_finds_a_page_as_it_is_now(guide: GuidePage, admin: Client) -> None:
    guide.name_zh_hans = "犬只登记"
    guide.save_revision().publish()
    do_together(insert_or_update_object_task, ("guides", "guidepage", str(guide.pk)))
    assert "犬只登记" in admin.get("/admin/pages/search/", {"q": "犬只"}).content.decode()
