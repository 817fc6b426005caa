"""System checks that turn a forgotten piece of the translation glue into an error at start-up."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import models
from modelcluster.fields import ParentalKey
from modeltranslation.translator import translator
from wagtail.admin.panels import InlinePanel, Panel, get_edit_handler
from wagtail.models import Page, RevisionMixin

from .languages import translated_fields
from .revisions import TranslatedRevisionsMixin


def _registered() -> list[type[models.Model]]:
    return [m for m in translator.get_registered_models(abstract=False) if not m._meta.proxy]


def _is_revised(model: type[models.Model]) -> bool:
    """Is the model stored in revisions, by itself or as a row of something that is?"""
    return issubclass(model, Page | RevisionMixin) or any(isinstance(f, ParentalKey) for f in model._meta.local_fields)


def lacking_mixin() -> Iterator[CheckMessage]:
    """translations.E001"""
    for model in _registered():
        if _is_revised(model) and not issubclass(model, TranslatedRevisionsMixin):
            yield Error(
                f"{model._meta.label} is translated and revised, but lacks the mixin.",
                hint="Put TranslatedRevisionsMixin first in its bases (TranslatedPage, TranslatedOrderable have it).",
                obj=model,
                id="translations.E001",
            )


def panel_fields(panel: Panel) -> Iterator[tuple[type[models.Model], str]]:
    """(model, field) of every field panel below a bound panel, rows included."""
    if isinstance(panel, InlinePanel):
        yield from panel_fields(panel.child_edit_handler)
        return
    field = getattr(panel, "field_name", None)
    if field:
        yield panel.model, field
    for child in getattr(panel, "children", ()):
        yield from panel_fields(child)


def bare_panels() -> Iterator[CheckMessage]:
    """translations.E002"""
    for model in _registered():
        if not issubclass(model, Page) and not hasattr(model, "snippet_viewset"):
            continue
        viewset = getattr(model, "snippet_viewset", None)
        handler = viewset.get_edit_handler() if viewset else get_edit_handler(model)
        for owner, field in panel_fields(handler):
            if field in translated_fields(owner):
                yield _bare(model, f"A panel of {model._meta.label} names {owner._meta.label}.{field}", "E002")


def bare_search_fields() -> Iterator[CheckMessage]:
    """translations.E003"""
    for model in _registered():
        for search_field in getattr(model, "search_fields", ()):
            if search_field.field_name in translated_fields(model):
                yield _bare(model, f"search_fields of {model._meta.label} names {search_field.field_name}", "E003")


def _bare(model: type[models.Model], what: str, code: str) -> Error:
    return Error(
        f"{what}, whose value depends on the active language.",
        hint="Name the column of one language, such as name_zh_hans.",
        obj=model,
        id=f"translations.{code}",
    )


def unregistered_subclasses() -> Iterator[CheckMessage]:
    """translations.E004"""
    registered = set(translator.get_registered_models())
    for model in apps.get_models():
        parents = [p for p in model.__mro__[1:] if p in registered]
        if parents and model not in registered:
            yield Error(
                f"{model._meta.label} inherits from the translated {parents[0]._meta.label} but is not registered.",
                hint="Register it in its app's translation.py: modeltranslation ignores writes to it otherwise.",
                obj=model,
                id="translations.E004",
            )


@register(Tags.translation)
def check_translated_models(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """All of the above, over every app."""
    return [*lacking_mixin(), *bare_panels(), *bare_search_fields(), *unregistered_subclasses()]
