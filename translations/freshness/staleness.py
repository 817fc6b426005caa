"""Which texts of a page a reader of another language should not take for the last word."""

from collections.abc import Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page

from translations.languages import default_language, reading_language
from translations.local_text import Stale
from translations.models.texts import SharedText, TranslatedText
from translations.reading import Reading, TextKey, is_reviewed

from .states import Significance, State


def stale_texts(page: models.Model, language: str) -> Mapping[TextKey, Stale]:
    """The outdated texts of a page, of its rows and of shared lists, for readers of this language; one query."""
    if language == default_language():
        return {}
    found = _outdated(SharedText.objects.all(), language, shared=True)
    if isinstance(page, Page) and is_reviewed(page, language):
        own = _outdated(TranslatedText.objects.filter(page=page.pk), language, shared=False)
        found = found.union(own, all=True)
    return {
        (_model(kind), key, field): Stale(since, significance >= Significance.MAJOR, bool(shared))
        for kind, key, field, since, significance, shared in found
    }


def _outdated(texts: Any, language: str, shared: bool) -> Any:
    outdated = texts.filter(language=language).in_state(State.OUTDATED).order_by()
    mark = models.Value(shared, output_field=models.BooleanField())
    names = ("content_type", "object_id", "field", "outdated_on", "significance")
    return outdated.annotate(shared=mark).values_list(*names, "shared")


def _model(kind: int) -> Any:
    return ContentType.objects.get_for_id(kind).model_class()


def read_with_notices(page: models.Model, language: str | None = None) -> Reading:
    """A page, or an entry of a shared list, with a notice at each text whose Chinese has changed."""
    language = language or reading_language()
    return Reading(page, language, stale=stale_texts(page, language))
