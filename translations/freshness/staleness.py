"""Which texts of a page a reader of another language should not take for the last word."""

from collections.abc import Mapping

from django.db import models

from translations.languages import default_language, reading_language
from translations.local_text import Stale
from translations.models.texts import TranslatedText
from translations.reading import Reading, TextKey, is_reviewed

from .states import Significance, State


def stale_texts(page: models.Model, language: str) -> Mapping[TextKey, Stale]:
    """The outdated texts of a page and of its rows that readers of this language are shown."""
    if language == default_language() or not is_reviewed(page, language):
        return {}
    texts = TranslatedText.objects.filter(page=page.pk, language=language).in_state(State.OUTDATED)
    return {text.place: Stale(text.outdated_on, text.significance >= Significance.MAJOR) for text in texts}


def read_with_notices(page: models.Model, language: str | None = None) -> Reading:
    """A page as a reader sees it, with a notice at each text whose Chinese has changed."""
    language = language or reading_language()
    return Reading(page, language, stale=stale_texts(page, language))
