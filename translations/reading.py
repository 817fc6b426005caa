"""What a reader sees of a translated object: the reviewed text of their language, else the Chinese, marked as such.

The rule, written once (``choose``): a text in another language is public only when its page is marked reviewed
in that language and the text is not empty; until then the Chinese stands in, field by field, with its own
``lang``. Shared small lists (topics, districts) have no review mark: what they hold is public.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django.db import models

from .languages import (
    column,
    columns,
    content_languages,
    default_language,
    reading_language,
    stored_columns,
    translated_fields,
)
from .local_text import LocalText, Stale

REVIEW_MARK = "translation_reviewed"
PLACE_IN_TREE = ("path", "depth", "url_path")  # of a page of Wagtail

TextKey = tuple[Any, Any, str]  # the model, the key and the field of a text


def choose(instance: Any, field: str, language: str, reviewed: bool, stale: Stale | None = None) -> LocalText:
    """The public text of one translated field for a reader of ``language``; ``instance`` has its columns.

    A ``stale`` one says so, and where the Chinese has changed much it has it beside it.
    """
    chinese = LocalText(getattr(instance, column(field, default_language())), default_language(), language)
    if language != default_language() and reviewed:
        value = getattr(instance, column(field, language))
        if value:
            return LocalText(value, language, language, stale, chinese if stale and stale.major else None)
    return chinese


def is_reviewed(instance: models.Model, language: str) -> bool:
    """May the texts of this object be shown in ``language``? Rows ask their page by way of ``Reading``."""
    if language == default_language() or REVIEW_MARK not in translated_fields(type(instance)):
        return True
    return bool(getattr(instance, column(REVIEW_MARK, language)))


def public_texts(page: models.Model, row: Any, fields: Sequence[str]) -> list[str]:
    """The texts of these fields in every language in which readers see the page; ``row`` is the page or a row of it."""
    languages = [language for language in content_languages() if is_reviewed(page, language)]
    return [text for language in languages for field in fields if (text := getattr(row, column(field, language)))]


def texts_by(key: str, field: str, objects: models.QuerySet[Any], language: str | None = None) -> dict[str, LocalText]:
    """One translated text of many objects, by one of their columns as text: read without the objects themselves."""
    language = language or reading_language()
    mark = column(REVIEW_MARK, language) if REVIEW_MARK in translated_fields(objects.model) else ""
    names = [*columns(field), *filter(None, [mark])]
    rows = (dict(zip((key, *names), row, strict=True)) for row in objects.values_list(key, *names))
    return {str(row[key]): choose(SimpleNamespace(**row), field, language, not mark or row[mark]) for row in rows}


def read_columns(model: type[models.Model], fields: Iterable[str]) -> list[str]:
    """The columns that readings of these pages need for these fields and for their address."""
    marks = [REVIEW_MARK] if REVIEW_MARK in translated_fields(model) else []
    return [*PLACE_IN_TREE, *stored_columns(model, [*marks, *fields])]


class Reading:
    """A translated object as one reader sees it; made for templates.

    Translated fields answer with a ``LocalText``; related rows and objects come as readings of their own;
    everything else (dates, codes, ``get_…_display``) is the object's.
    """

    def __init__(
        self,
        instance: models.Model,
        language: str | None = None,
        reviewed: bool | None = None,
        stale: Mapping[TextKey, Stale] | None = None,
    ) -> None:
        self._language = language or reading_language()
        self._stale = stale or {}
        self._reviewed = is_reviewed(instance, self._language) if reviewed is None else reviewed
        self.instance: Any = instance

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name in translated_fields(type(self.instance)):
            stale = self._stale.get((type(self.instance), self.instance.pk, name)) if self._stale else None
            return choose(self.instance, name, self._language, self._reviewed, stale)
        value = getattr(self.instance, name)
        if hasattr(value, "get_queryset") and hasattr(value, "all"):
            return list(self._rows(value.all()))
        return Reading(value, self._language, stale=self._stale) if isinstance(value, models.Model) else value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and self.instance == other.instance

    def __hash__(self) -> int:
        return hash(self.instance)

    @property
    def language(self) -> str:
        """The reader's language."""
        return self._language

    @property
    def reviewed(self) -> bool:
        """May this object's texts be shown in the reader's language?"""
        return self._reviewed

    @property
    def stale(self) -> Mapping[TextKey, Stale]:
        """The texts of this object and of its rows whose Chinese has changed since they were translated."""
        return self._stale

    @property
    def stale_since(self) -> Any:
        """The day of the latest of its own changes; nothing where there is none."""
        return max((one.since for one in self._stale.values() if one.since and not one.shared), default=None)

    def _rows(self, rows: Any) -> Iterator["Reading"]:
        """Rows belong to this object and share its review mark; objects with a mark of their own keep it."""
        for row in rows:
            own_mark = REVIEW_MARK in translated_fields(type(row))
            yield Reading(row, self._language, None if own_mark else self._reviewed, self._stale)


def read_all(instances: Any, language: str | None = None) -> list[Reading]:
    """Readings of many objects, for lists."""
    return [Reading(instance, language) for instance in instances]
