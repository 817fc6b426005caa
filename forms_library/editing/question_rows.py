"""What the page of the fields shows of questions with boxes to tick: plain rows, for the templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from forms_library.detection.fields import FieldKind, Group, GroupKind
from forms_library.field_reviews.field_set import FieldSet
from forms_library.field_reviews.glossary import SUGGESTED_IN, suggest
from forms_library.field_reviews.reviews import LABEL
from translations.languages import column, other_languages

from .field_rows import Row, Words


@dataclass(frozen=True)
class Member:
    """A box to tick. ``asked`` is the name of the question that it belongs to."""

    key: str
    number: int
    name: str
    page: int
    asked: str = ""
    ticked: bool = False


@dataclass(frozen=True)
class QuestionRow:
    """A question in the list."""

    key: str
    name: str
    single: bool
    required: bool
    labels: list[Words]
    suggestion: str
    members: tuple[Member, ...]
    made: bool = False
    error: str = ""

    @property
    def keys(self) -> str:
        """The ids of its boxes, for the script."""
        return " ".join(member.key for member in self.members)


@dataclass(frozen=True)
class Joining:
    """The form that puts boxes together, with what stands in it."""

    members: tuple[Member, ...]
    group: str = ""
    name: str = ""
    single: bool = True
    error: str = ""


def questions_of(
    found: FieldSet, rows: Iterable[Row], sent: QueryDict | None = None, error: str = ""
) -> list[QuestionRow]:
    """In the order in which they are asked. ``sent`` and ``error`` are of a form that was refused."""
    by_key = {row.box.key: row for row in rows}
    groups = [group for group in found.detection.groups if group.kind is GroupKind.OPTIONS]
    made = [_question(found, group, by_key, _of(sent, group.id), error) for group in groups]
    return sorted(made, key=lambda one: one.members[0].number)


def _of(sent: QueryDict | None, key: str) -> QueryDict | None:
    return sent if sent is not None and sent.get("group") == key and sent.get("action") != "join" else None


def _question(found: FieldSet, group: Group, rows: dict[str, Row], sent: QueryDict | None, error: str) -> QuestionRow:
    review = found.review(group.id)
    ticked = sent.getlist("member") if sent else []
    return QuestionRow(
        group.id,
        sent.get("name", "") if sent else group.label,
        bool(sent.get("single")) if sent else group.single,
        "required" in sent if sent else review.required,
        _labels(sent or review.words),
        "" if review.label(SUGGESTED_IN) else suggest(group.label),
        tuple(_member(rows[key], "", ticked) for key in group.members),
        group.made,
        error if sent else "",
    )


def _labels(said: Mapping[str, Any]) -> list[Words]:
    """What the question is called in other languages."""
    named = ((column(LABEL, language), language) for language in other_languages())
    return [Words(name, language, said.get(name, "")) for name, language in named]


def joining_of(found: FieldSet, rows: Iterable[Row], sent: QueryDict | None = None, error: str = "") -> Joining:
    """Every box to tick that could answer another question than it does."""
    own = sent if sent is not None and sent.get("action") == "join" else None
    ticked = own.getlist("member") if own else []
    free = [row for row in rows if row.kind == FieldKind.OPTION and not _is_in_list(found, row)]
    members = tuple(_member(row, row.group, ticked) for row in free)
    if own is None:
        return Joining(members)
    return Joining(members, own.get("group", ""), own.get("name", ""), bool(own.get("single")), error)


def _is_in_list(found: FieldSet, row: Row) -> bool:
    group = found.group(row.box.key)
    return group is not None and group.kind is GroupKind.ROWS


def _member(row: Row, asked: str, ticked: list[str]) -> Member:
    return Member(row.box.key, row.box.number, row.box.name, row.box.page, asked, row.box.key in ticked)
