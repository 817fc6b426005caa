"""From what a list or a cell says to the plain value of a column, or the reason why not. Pure."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Set
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from translations.usable_text import UnfitError, clean_markup, comparable, comparable_markup, usable

from .schema import Column, Kind

# Natural keys that references may name, by model: {"knowledge.district": {"511800", …}, …}
Known = Mapping[str, Set[str]]

YES = frozenset({"true", "yes", "1", "是", "支持"})
NO = frozenset({"false", "no", "0", "否", "不支持"})
SEPARATORS = re.compile(r"[;；,，、\n|]+")


def clean(column: Column, value: Any, known: Known) -> Any:
    """The plain value. Raises ``UnfitError``. Nothing (``None``, an empty cell) gives the column's empty value."""
    if value is None or value in ("", []):
        if column.required:
            raise UnfitError(_("This must not be empty."))
        return column.empty
    if column.kind == Kind.REFERENCE:
        return _reference(column, value, known)
    return CLEANERS[column.kind](column, value)


def _text(column: Column, value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a spreadsheet keeps a telephone number as 8.352e9
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnfitError(_("A text is expected, not %(value)s.") % {"value": _shown(value)})
    text = usable(str(value))
    _validate(column, text)
    return text


def _rich_text(column: Column, value: Any) -> str:
    return clean_markup(column.field, _text(column, value))


def _integer(column: Column, value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,9}\s*", value):
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise UnfitError(_("A whole number is expected, not %(value)s.") % {"value": _shown(value)})
    _validate(column, value)
    return value


def _flag(column: Column, value: Any) -> bool:
    word = str(value).strip().lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise UnfitError(_("“Yes” or “no” is expected, not %(value)s.") % {"value": _shown(value)})


def _date(column: Column, value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value.strip())
        except ValueError:
            pass  # said below, together with what is no text at all
    raise UnfitError(_("A date such as 2026-05-01 is expected, not %(value)s.") % {"value": _shown(value)})


def _code(column: Column, value: Any) -> str:
    found = _codes_by_word(column).get(str(value).strip())
    if found is None:
        raise UnfitError(
            _("%(value)s is not in the code list: %(codes)s.")
            % {"value": _shown(value), "codes": ", ".join(map(str, column.choices))}
        )
    return found


def _codes(column: Column, value: Any) -> list[str]:
    words = value if isinstance(value, list | tuple) else SEPARATORS.split(str(value))
    chosen = {_code(column, word) for word in words if str(word).strip()}
    return [code for code in column.choices if code in chosen]


def _codes_by_word(column: Column) -> dict[str, str]:
    """Codes by themselves and by their labels in every language."""
    words: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {str(label): str(code) for code, label in column.choices.items()}
    return words | {str(code): str(code) for code in column.choices}


def _reference(column: Column, value: Any, known: Known) -> str:
    key = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    if key not in known.get(column.target, ()):
        raise UnfitError(
            _("There is no %(kind)s “%(key)s”.")
            % {"kind": column.field.related_model._meta.verbose_name, "key": _cut(key)}
        )
    return key


CLEANERS: dict[Kind, Callable[[Column, Any], Any]] = {
    Kind.TEXT: _text,
    Kind.RICH_TEXT: _rich_text,
    Kind.INTEGER: _integer,
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.CODE: _code,
    Kind.CODES: _codes,
}


def _validate(column: Column, value: Any) -> None:
    try:
        column.field.run_validators(value)
    except ValidationError as error:
        raise UnfitError(" ".join(error.messages)) from error


def _cut(text: str, length: int = 60) -> str:
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= length else text[: length - 1] + "…"


def _shown(value: Any) -> str:
    return f"“{_cut(str(value))}”"


def normal(column: Column, value: Any) -> Any:
    """A value in the form in which stored and given ones compare: ``None`` and ``""`` are the same text."""
    match column.kind:
        case Kind.TEXT | Kind.CODE:
            return comparable(value)
        case Kind.RICH_TEXT:
            return comparable_markup(value)
        case Kind.CODES:
            return list(value or ())
        case Kind.FLAG:
            return bool(value)
        case _:
            return value
