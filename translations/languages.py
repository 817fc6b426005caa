"""The content languages and the names of their columns.

``zh-hans`` is the language of record: every text exists in it, every other language is made from it.
Columns carry a suffix, ``name_zh_hans`` and ``name_en``; the bare ``name`` belongs to modeltranslation.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname

# BCP 47 tags for ``lang`` attributes; languages not named here are tagged by their own code.
HTML_TAGS = {"zh-hans": "zh-Hans"}


def content_languages() -> list[str]:
    """Codes of all languages that texts are stored in, the language of record first."""
    return [code for code, _name in settings.LANGUAGES]


def other_languages() -> list[str]:
    """Those that translations are made into."""
    return [language for language in content_languages() if language != default_language()]


def language_choices() -> list[tuple[str, str]]:
    """The same for forms, with their names."""
    return [(language, language_name(language)) for language in other_languages()]


def default_language() -> str:
    """The language of record."""
    return str(settings.LANGUAGE_CODE)


def reading_language() -> str:
    """The content language of the current request; the language of record where none is active."""
    active = get_language()
    return active if active in content_languages() else default_language()


def html_tag(language: str) -> str:
    """``zh-hans`` -> ``zh-Hans``, for ``lang`` attributes."""
    return HTML_TAGS.get(language, language)


def column(field: str, language: str) -> str:
    """``("name", "zh-hans")`` -> ``"name_zh_hans"``."""
    return str(build_localized_fieldname(field, language))


def columns(field: str) -> list[str]:
    """``"name"`` -> ``["name_zh_hans", "name_en"]``."""
    return [column(field, language) for language in content_languages()]


def texts_in_all(instance: Any, *fields: str) -> list[str | None]:
    """What these translated fields of an object hold, in every language."""
    return [getattr(instance, name) for field in fields for name in columns(field)]


def stored_columns(model: Any, fields: Iterable[str]) -> list[str]:
    """The columns in which these fields of a model are, the translated ones in every language."""
    translated = translated_fields(model)
    return [name for field in fields for name in (columns(field) if field in translated else [field])]


def translated_fields(model: Any) -> tuple[str, ...]:
    """Names of the translated originals of a model class ("bare" fields), in its order; none for one without any.

    Never read or write these names: their value depends on the active language.
    """
    return _translated_fields(model)


@cache
def _translated_fields(model: Any) -> tuple[str, ...]:
    try:
        names = set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return ()
    return tuple(field.name for field in model._meta.fields if field.name in names)


def language_name(language: str) -> str:
    """``"English"``, ``"Français"``: what it is called by those who speak it."""
    return str(dict(settings.LANGUAGES)[language])


def language_in_words(language: str) -> str:
    """``"French"``, ``"法语"``: what it is called in the active language."""
    return str(get_language_info(language)["name_translated"])
