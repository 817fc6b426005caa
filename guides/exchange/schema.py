"""Which columns and rows an item has: read from the models, so that no list of them is kept a second time."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField

from guides.fields import CodeListField
from guides.models import GuidePage
from translations.languages import column, content_languages, default_language, translated_fields
from translations.models import TranslatedOrderable
from translations.reading import REVIEW_MARK

PAGE = "page"  # the foreign key of every row
SLUG = "slug"


class Kind(StrEnum):
    """What a column holds, in plain data."""

    TEXT = "text"
    RICH_TEXT = "rich text"
    INTEGER = "integer"
    FLAG = "flag"
    DATE = "date"
    CODE = "code"
    CODES = "codes"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Column:
    """A column of an item or of a row. ``field`` is the model's own."""

    name: str
    kind: Kind
    field: Any
    bare: str  # the name without its language: "name" of "name_zh_hans"
    language: str = ""

    @property
    def title(self) -> str:
        """What it is called, in the active language, whichever language its text is in."""
        return str(self.field.model._meta.get_field(self.bare).verbose_name)

    @property
    def label(self) -> str:
        """What editors call it, in the active language; texts with the name of their own language."""
        return f"{self.title} · {dict(settings.LANGUAGES)[self.language]}" if self.language else self.title

    @property
    def choices(self) -> dict[str, Any]:
        """Codes and their labels, for the two kinds of codes."""
        if self.kind == Kind.CODES:
            return dict(self.field.codes.choices) if self.field.codes else {}
        return dict(self.field.flatchoices) if self.kind == Kind.CODE else {}

    @property
    def required(self) -> bool:
        """May it never be empty?"""
        return not self.field.blank and not self.field.has_default() and self.kind not in (Kind.FLAG, Kind.CODES)

    @property
    def empty(self) -> Any:
        """The plain value of an empty cell."""
        match self.kind:
            case Kind.CODES:
                return []
            case Kind.FLAG:
                return bool(self.field.get_default())
            case Kind.INTEGER | Kind.DATE | Kind.REFERENCE:
                return None if self.field.null else self.field.get_default()
            case _:
                return str(self.field.get_default() or "")

    @property
    def target(self) -> str:
        """What a reference points to: ``"knowledge.district"``."""
        return str(self.field.related_model._meta.label_lower)


def _kind(field: Any) -> Kind:
    if isinstance(field, CodeListField):
        return Kind.CODES
    if isinstance(field, models.ForeignKey):
        return Kind.REFERENCE
    if isinstance(field, RichTextField):
        return Kind.RICH_TEXT
    if field.choices:
        return Kind.CODE
    for base, kind in (
        (models.BooleanField, Kind.FLAG),
        (models.IntegerField, Kind.INTEGER),
        (models.DateField, Kind.DATE),
    ):
        if isinstance(field, base):
            return kind
    return Kind.TEXT


def _hidden(model: type[models.Model]) -> set[str]:
    """Columns that are not content: keys, bare columns, the mark of the language of record, reasons, what follows."""
    keys = {column(REVIEW_MARK, default_language()), "id", "sort_order", PAGE, "page_ptr", "change_reason"}
    return {*translated_fields(model), *keys, *getattr(model, "derived_columns", ())}


def _columns(model: type[models.Model]) -> dict[str, Column]:
    origin = {
        column(bare, language): (bare, language)
        for bare in translated_fields(model)
        for language in content_languages()
    }
    found = {}
    for field in model._meta.local_concrete_fields:
        if field.name not in _hidden(model):
            bare, language = origin.get(field.name, (field.name, ""))
            found[field.name] = Column(field.name, _kind(field), field, bare, language)
    return found


@cache
def guide_columns() -> dict[str, Column]:
    """The columns of an item by name, names and texts first in the models' order; its slug comes last."""
    slug = GuidePage._meta.get_field(SLUG)
    return {**_columns(GuidePage), SLUG: Column(SLUG, Kind.TEXT, slug, SLUG)}


@cache
def relations() -> dict[str, type[models.Model]]:
    """The row models of an item by relation: ``{"materials": Material, …}``."""
    return {
        relation.get_accessor_name(): relation.related_model
        for relation in get_all_child_relations(GuidePage)
        if issubclass(relation.related_model, TranslatedOrderable)
    }


@cache
def row_columns(relation: str) -> dict[str, Column]:
    """The columns of one kind of rows by name."""
    return _columns(relations()[relation])
