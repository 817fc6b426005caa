"""The texts of a page and of its rows, each with its translation. Pure, on revision content.

Revision content has the columns of the page and a list for each kind of rows: ``{"name_zh_hans": "…", "materials":
[{"pk": 7, "name_zh_hans": "…"}, …]}``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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


def units_of(model: type[models.Model], data: Mapping[str, Any], language: str) -> list[Unit]:
    """Every text of revision content that is there in Chinese or in ``language``."""
    units = list(_texts(model, data, language))
    for relation in get_all_child_relations(model):
        rows = data.get(relation.get_accessor_name()) or []
        units += [unit for row in rows for unit in _texts(relation.related_model, row, language)]
    return units


def _texts(model: type[models.Model], data: Mapping[str, Any], language: str) -> Iterator[Unit]:
    for field in translated_fields(model):
        source = data.get(column(field, default_language()))
        target = data.get(column(field, language))
        if isinstance(source or target, str):  # marks are no texts
            yield Unit(Place(model, data.get("pk"), field), source or "", target or "")


def changes_by_itself(place: Place) -> bool:
    """Is every change of this text major, as of a fee, a limit, a condition or a material?"""
    from modeltranslation.translator import translator  # noqa: PLC0415 -- not before all models are there

    return place.field in getattr(translator.get_options_for_model(place.model), "major", ())
