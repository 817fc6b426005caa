"""The texts of a page and of its rows, each with its translation. Pure, on revision content.

Revision content has the columns of the page and a list for each kind of rows: ``{"name_zh_hans": "…", "materials":
[{"pk": 7, "name_zh_hans": "…"}, …]}``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import models
from modelcluster.models import get_all_child_relations

from translations.languages import column, default_language, translated_fields


class Place(NamedTuple):
    """Where a text stands: the model, the key of the row or page (nothing before it is stored), the field."""

    model: type[models.Model]
    key: int | None
    field: str


@dataclass(frozen=True)
class Unit:
    """A Chinese text and its translation; either may be empty, not both."""

    place: Place
    source: str
    target: str
    address: str = field(default="", compare=False)  # ``name``, ``materials.7.name``, ``materials.new-2.name``


def units_of(model: type[models.Model], data: Mapping[str, Any], language: str) -> list[Unit]:
    """Every text of revision content that is there in Chinese or in ``language``."""
    units = list(_texts(model, data, language))
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        for index, row in enumerate(data.get(name) or []):
            units += _texts(relation.related_model, row, language, f"{name}.{row_key(row.get('pk'), index)}.")
    return units


def row_key(pk: int | None, index: int) -> str:
    """What tells a row of a page from the others: its key, or, before it is stored, its number: ``new-2``."""
    return f"new-{index}" if pk is None else str(pk)


def _texts(model: type[models.Model], data: Mapping[str, Any], language: str, row: str = "") -> Iterator[Unit]:
    for name in translated_fields(model):
        source = data.get(column(name, default_language()))
        target = data.get(column(name, language))
        if isinstance(source or target, str):  # marks are no texts
            yield Unit(Place(model, data.get("pk"), name), source or "", target or "", row + name)


def changes_by_itself(place: Place) -> bool:
    """Is every change of this text major, as of a fee, a limit, a condition or a material?"""
    from modeltranslation.translator import translator  # noqa: PLC0415 -- not before all models are there

    return place.field in getattr(translator.get_options_for_model(place.model), "major", ())
