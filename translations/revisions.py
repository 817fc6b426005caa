"""Revisions of translated models hold one value per language and nothing that depends on the active one.

Without this, a revision that lacks a language's key fills that language with Chinese when it is published,
because modeltranslation's bare attribute answers with a fallback.
"""

from typing import Any, Self

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_serializable_data_for_fields, model_from_serializable_data

from .languages import column, columns, default_language, translated_fields


def without_bare_keys(model: type[models.Model], data: dict[str, Any]) -> dict[str, Any]:
    """Revision content with only per-language keys.

    A revision from before the model was translated has no per-language key: its value is Chinese.
    """
    data = dict(data)
    for field in translated_fields(model):
        if field not in data:
            continue
        value = data.pop(field)
        if not any(key in data for key in columns(field)):
            data[column(field, default_language())] = value
    return data


def _without_page(model: type[models.Model], data: dict[str, Any]) -> dict[str, Any]:
    """Rows are given to the page that is built with them. With it, every row would look the whole page up."""
    pages = {field.name for field in model._meta.fields if isinstance(field, ParentalKey)}
    return {name: value for name, value in data.items() if name not in pages}


class TranslatedRevisionsMixin:
    """Put first in the bases of every translated page, row and snippet (a system check insists)."""

    def serializable_data(self) -> dict[str, Any]:
        parent = getattr(super(), "serializable_data", None)
        data: dict[str, Any] = parent() if parent else get_serializable_data_for_fields(self)
        for field in translated_fields(type(self)):
            data.pop(field, None)
        return data

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Self | None:
        data = _without_page(cls, without_bare_keys(cls, data))  # type: ignore[arg-type]
        parent = getattr(super(), "from_serializable_data", None)
        build = parent or (lambda *args, **kwargs: model_from_serializable_data(cls, *args, **kwargs))
        instance: Self | None = build(data, check_fks=check_fks, strict_fks=strict_fks)
        return instance
