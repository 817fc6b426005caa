"""Wagtail's own tasks: each brings something in step with the database, so that doing it again does no harm.

Each save of a page leaves one for every row that it has, and an editor may have deleted a row since.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from modelcluster.fields import ParentalKey
from modelsearch.index import insert_or_update_object
from modelsearch.tasks import insert_or_update_object_task
from wagtail.images.tasks import set_image_focal_point_task
from wagtail.models import ReferenceIndex
from wagtail.tasks import delete_file_from_storage_task, update_reference_index_task

from .kinds import repeatable

Calls = Sequence[Sequence[Any]]  # of an object each: application, name of the model, key


def declare() -> None:
    """Say of all of them that they may be repeated, and of those that every save leaves how to do many at once."""
    for task in (delete_file_from_storage_task, set_image_focal_point_task):
        repeatable()(task)
    repeatable(together=_put_into_search)(insert_or_update_object_task)
    repeatable(together=_update_references)(update_reference_index_task)


def _put_into_search(calls: Calls) -> None:
    """Let the admin's search find what there still is of these objects, each as it is now."""
    for model, keys in _by_model(calls):
        for found in model._default_manager.filter(pk__in=keys):
            insert_or_update_object(found)


def _update_references(calls: Calls) -> None:
    """Keep anew what these objects refer to; a row's references are those of its page, which is looked at once."""
    owners: dict[type[Model], set[Any]] = {}
    for model, keys in _by_model(calls):
        owner, owning = _owners(model, keys)
        owners.setdefault(owner, set()).update(owning)
    for model, keys in owners.items():
        if ReferenceIndex.is_indexed(model):
            for found in model._default_manager.filter(pk__in=keys):
                with transaction.atomic():
                    ReferenceIndex.create_or_update_for_object(found)


def _by_model(calls: Calls) -> Iterator[tuple[type[Model], set[Any]]]:
    keys: dict[tuple[str, str], set[Any]] = {}
    for application, name, key in calls:
        keys.setdefault((application, name), set()).add(key)
    for (application, name), found in keys.items():
        model = apps.get_model(application, name)
        yield model, {model._meta.pk.to_python(key) for key in found}


def _owners(model: type[Model], keys: set[Any]) -> tuple[type[Model], set[Any]]:
    """Of rows the pages, or whatever they are rows of; of anything else itself."""
    parents = [field for field in model._meta.get_fields() if isinstance(field, ParentalKey)]
    if not parents:
        return model, keys
    above = model._default_manager.filter(pk__in=keys).values_list(parents[0].attname, flat=True)
    return _owners(parents[0].related_model, {key for key in above if key is not None})
