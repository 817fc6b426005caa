"""What differs, in words that a reader of the active language understands; texts stay in their own language."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from guides.codes import PartKind
from guides.exchange.schema import Column, Kind, guide_columns, relations, row_columns
from guides.models import ChangedPart
from translations.desk.differences import Piece
from translations.languages import default_language, html_tag, language_in_words, reading_language
from translations.local_text import LocalText, as_written
from translations.wording import enumeration, listed, long_date

from .pieces import pieces, text_of_markup
from .states import TOPICS

LABELS: Mapping[str, str | Promise] = {"department": gettext_lazy("department"), TOPICS: gettext_lazy("topics")}


@dataclass(frozen=True)
class Shown:
    """One part as a page shows it: a text word by word, one value for another, or the values of a whole row."""

    kind: str
    label: str  # "materials", "promised limit"
    row: LocalText | None = None  # what the row is called
    lang: str = ""  # of the pieces, where it is not that of the page
    pieces: list[Piece] = field(default_factory=list)
    before: Any = ""
    after: Any = ""
    values: list[tuple[str, Any]] = field(default_factory=list)

    @property
    def is_row(self) -> bool:
        return self.kind in (PartKind.ADDED, PartKind.REMOVED)


def shown(part: ChangedPart) -> Shown:
    """A part in the reader's language."""
    row = in_reading_language(part.row) if part.row else None
    relation = relation_label(part.relation)
    if part.kind == PartKind.REORDERED:
        return Shown(part.kind, relation, before=_order(part.before), after=_order(part.after))
    if part.kind in (PartKind.ADDED, PartKind.REMOVED):
        values = part.after if part.kind == PartKind.ADDED else part.before
        return Shown(part.kind, relation, row, values=list(_values(part, values or {})))
    column = columns_of(part.relation).get(part.field)
    label = field_label(column, part.field)
    label = pgettext("a text of a row", "%(row)s: %(field)s") % {"row": relation, "field": label} if relation else label
    if column and column.kind in (Kind.TEXT, Kind.RICH_TEXT) and _is_text(part.before) and _is_text(part.after):
        before, after = _text(column, part.before), _text(column, part.after)
        return Shown(part.kind, label, row, _lang(column, part), pieces(before, after), before, after)
    before, after = (value_in_words(column, value) for value in (part.before, part.after))
    return Shown(part.kind, label, row, before=before, after=after)


def shown_all(parts: Iterable[ChangedPart]) -> list[Shown]:
    return [shown(part) for part in parts]


def columns_of(relation: str) -> Mapping[str, Column]:
    """The columns of the item, or of a kind of its rows; none for one that there is no more."""
    if not relation:
        return guide_columns()
    return row_columns(relation) if relation in relations() else {}


def relation_label(relation: str) -> str:
    """``"materials"`` -> “material” in the active language."""
    model = relations().get(relation)
    return str(model._meta.verbose_name) if model else relation


def field_label(column: Column | None, name: str) -> str:
    """What readers call a field; a field that there is no more, by its code."""
    if column is None:
        return str(LABELS.get(name, name))
    return f"{column.title} · {language_in_words(column.language)}" if column.language else column.title


def in_reading_language(names: Mapping[str, str]) -> LocalText:
    """One of several names, in the reader's language if there is one."""
    reader = reading_language()
    own = names.get(reader)
    return LocalText(own, reader, reader) if own else _as_written(names.get(default_language(), ""))


def value_in_words(column: Column | None, value: Any) -> Any:
    """A value as a reader understands it: plain text, or a text in a language of its own."""
    if isinstance(value, list):
        return _several(column, value)
    if isinstance(value, dict):
        return in_reading_language(value.get("names", {})) or _("(no longer known)")
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if column is None:
        return str(value)
    return _plain(column, value)


def _plain(column: Column, value: Any) -> Any:
    match column.kind:
        case Kind.DATE:
            return long_date(date.fromisoformat(str(value)))
        case Kind.CODE:
            return str(column.choices.get(value, value))
        case Kind.TEXT | Kind.RICH_TEXT:
            text = _text(column, value)
            return LocalText(text, column.language, reading_language()) if column.language else _as_written(text)
    return str(value)


def _as_written(text: str) -> LocalText:
    return as_written(text, reading_language())


def _several(column: Column | None, values: list[Any]) -> Any:
    if any(isinstance(value, dict) for value in values):
        return listed(in_reading_language(value.get("names", {})) for value in values)
    choices = column.choices if column else {}
    return enumeration(choices.get(value, value) for value in values)


def _values(part: ChangedPart, values: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """What a row says beside its name; what it does not have is not news."""
    for name, value in values.items():
        if value not in (False, 0) and value not in part.row.values():
            column = columns_of(part.relation).get(name)
            yield field_label(column, name), value_in_words(column, value)


def _order(numbers: Any) -> str:
    return enumeration(number + 1 for number in numbers or [])


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _text(column: Column, value: Any) -> str:
    text = str(value or "")
    return html.unescape(text_of_markup(text)) if column.kind == Kind.RICH_TEXT else text


def _lang(column: Column, part: ChangedPart) -> str:
    """The value for ``lang`` of what is shown word by word; none in the reader's own language."""
    written_in = column.language or _as_written(f"{part.before or ''}{part.after or ''}").language
    return "" if written_in == reading_language() else html_tag(written_in)
