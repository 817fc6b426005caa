"""Editing panels: one tab a language for a page's own texts, both languages side by side for its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from .languages import column, columns, default_language
from .reading import REVIEW_MARK


@dataclass(frozen=True)
class TextGroup:
    """Translated fields that stand together under one heading in every language's tab."""

    heading: str | Promise
    fields: Sequence[str]


def both(*fields: str) -> list[FieldPanel]:
    """Panels of row fields, every language of a field beneath the other."""
    return [FieldPanel(name) for field in fields for name in columns(field)]


def text_panels(language: str, fields: Iterable[str], required_on_save: Sequence[str] = ("name",)) -> list[FieldPanel]:
    """Panels of one language's columns.

    ``required_on_save`` names the fields without which even a draft is refused in the language of record:
    a page without a title cannot be stored.
    """
    return [
        FieldPanel(
            column(field, language),
            required_on_save=(language == default_language() and field in required_on_save) or None,
        )
        for field in fields
    ]


def language_tabs(groups: Sequence[TextGroup], about_changes: Sequence[str] = ("change_weight",)) -> list[ObjectList]:
    """One tab for every language; a translation's tab begins with its review mark, the Chinese one ends with what is
    said of its changes: what they mean to translations, and why they are made.
    """
    return [
        ObjectList(
            [
                *([] if language == default_language() else [FieldPanel(column(REVIEW_MARK, language))]),
                *(MultiFieldPanel(text_panels(language, group.fields), heading=group.heading) for group in groups),
                *(map(FieldPanel, about_changes) if language == default_language() else []),
            ],
            heading=name_of_language,
        )
        for language, name_of_language in settings.LANGUAGES
    ]
