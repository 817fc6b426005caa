"""A forgotten piece of glue is an error at start-up."""

from unittest.mock import patch

import pytest
from django.apps import apps
from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.models import Page
from wagtail.search import index

from guides.models import GuidePage, Material
from translations import checks


def identifiers(found: object) -> list[str | None]:
    return [message.id for message in found]  # type: ignore[attr-defined]


def test_the_hall_itself_is_clean() -> None:
    assert checks.check_translated_models(None) == []


def test_a_translated_row_without_the_mixin_is_reported() -> None:
    class Bare(models.Model):
        class Meta:
            app_label = "tests"

    with (
        patch.object(checks, "_registered", lambda: [Bare]),
        patch.object(checks, "_is_revised", lambda model: True),
    ):
        messages = list(checks.lacking_mixin())
    assert identifiers(messages) == ["translations.E001"]
    assert "Bare" in messages[0].msg


@pytest.mark.parametrize(
    "panel", [FieldPanel("summary"), InlinePanel("materials", panels=[FieldPanel("name")])], ids=["field", "row"]
)
def test_a_panel_of_a_bare_field_is_reported(panel: FieldPanel) -> None:
    with (
        patch.object(checks, "_registered", lambda: [GuidePage]),
        patch.object(checks, "get_edit_handler", lambda model: ObjectList([panel]).bind_to_model(model)),
    ):
        assert identifiers(checks.bare_panels()) == ["translations.E002"]


def test_a_search_field_of_a_bare_field_is_reported() -> None:
    with (
        patch.object(checks, "_registered", lambda: [GuidePage]),
        patch.object(GuidePage, "search_fields", [*Page.search_fields, index.SearchField("summary")]),
    ):
        assert identifiers(checks.bare_search_fields()) == ["translations.E003"]


def test_an_unregistered_subclass_is_reported() -> None:
    class SpecialMaterial(Material):
        class Meta:
            app_label = "tests"
            proxy = True

    with patch.object(apps, "get_models", lambda: [Material, SpecialMaterial]):
        messages = list(checks.unregistered_subclasses())
    assert identifiers(messages) == ["translations.E004"]
