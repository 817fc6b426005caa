"""Wagtail's own tasks: each brings something in step with the database, so that doing it again does no harm."""

from modelsearch.tasks import insert_or_update_object_task
from wagtail.images.tasks import set_image_focal_point_task
from wagtail.tasks import delete_file_from_storage_task, update_reference_index_task

from .kinds import repeatable

TASKS = (
    delete_file_from_storage_task,
    insert_or_update_object_task,
    set_image_focal_point_task,
    update_reference_index_task,
)


def declare() -> None:
    """Say of all of them that they may be repeated."""
    for task in TASKS:
        repeatable()(task)
