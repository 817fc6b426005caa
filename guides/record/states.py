"""An item as plain data: its values, and its rows in order. Pure, on revision content.

``{"facts": {"promised_days": 5, …}, "rows": {"materials": [{"key": 7, "values": {"name_zh_hans": "…"}}, …]}}``
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from guides.exchange.schema import Column, Kind, guide_columns, relations, row_columns
from guides.models.responsibility import CERTIFICATION
from knowledge.models import User
from translations.languages import column, content_languages, default_language
from translations.reading import REVIEW_MARK
from translations.usable_text import BLOCK_KEY

TOPICS = "topics"
# Said about a version, or beside all of them (guides.responsibility), not about the item.
NO_CONTENT = frozenset({"change_weight", "change_reason", *CERTIFICATION})

Values = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A row with its key, if it has been stored."""

    values: Values
    key: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class State:
    """An item at one moment, as far as readers may see it."""

    facts: Values
    rows: Mapping[str, tuple[Row, ...]]


def public_languages(content: Mapping[str, Any]) -> set[str]:
    """The languages in which readers see this version."""
    others = {code for code in content_languages() if content.get(column(REVIEW_MARK, code))}
    return {default_language(), *others}


def state_of(content: Mapping[str, Any], languages: Collection[str]) -> State:
    """The state in a version, with the texts of these languages.

    What the version does not know is empty, as columns are that came later; what the item no longer has is left out.
    """
    facts = _values(content, guide_columns(), languages)
    facts[TOPICS] = sorted(content.get(TOPICS) or [])
    rows = {
        relation: tuple(
            Row(_values(row, row_columns(relation), languages), row.get("pk")) for row in content.get(relation) or ()
        )
        for relation in relations()
    }
    return State(facts, rows)


def _values(data: Mapping[str, Any], columns: Mapping[str, Column], languages: Collection[str]) -> Values:
    return {
        name: _plain(one, data.get(name))
        for name, one in columns.items()
        if _is_public(one) and (not one.language or one.bare == REVIEW_MARK or one.language in languages)
    }


def _is_public(one: Column) -> bool:
    """Is it about the item, and not about the version or about members of staff?"""
    about_staff = one.kind == Kind.REFERENCE and one.target == User._meta.label_lower
    return one.name not in NO_CONTENT and not about_staff


def _plain(one: Column, value: Any) -> Any:
    if value is None or value in ("", []):
        empty = one.empty
        return empty.isoformat() if hasattr(empty, "isoformat") else empty
    return BLOCK_KEY.sub("", value) if one.kind == Kind.RICH_TEXT else value
