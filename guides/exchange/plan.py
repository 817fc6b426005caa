"""Deciding what a record means for the hall: a pure function of the record and of what the hall holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from guides.lint.running import refusals
from guides.rules.certification import latest_review
from translations.usable_text import UnfitError, usable

from .records import DepartmentRef, GuideRecord
from .schema import SLUG, Column, guide_columns, relations, row_columns
from .stored import StoredItem
from .values import Known, clean, normal

CODE = "task_code"
NAME = "name_zh_hans"
TOPICS = "topics"
DISTRICT = "knowledge.district"


class Outcome(StrEnum):
    """What becomes of a record that is not refused."""

    CREATE = "create"
    UPDATE = "update"
    DRAFT = "draft"  # changed, but kept as a draft: an editor's unpublished work is in it
    PUBLISH = "publish"  # not changed, but public now
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Change:
    """One column, one kind of rows, or the topics, before and after."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Reason:
    """Why a record is refused. ``path`` names the value: ``"materials.0.name_zh_hans"``; empty for the whole item."""

    path: str
    text: str


@dataclass(frozen=True)
class Decision:
    """What is to be done. ``department`` is a primary key; ``None`` where the department is still to be made."""

    outcome: Outcome
    record: GuideRecord  # its values clean and complete
    stored: StoredItem | None = None
    department: int | None = None
    changes: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        values = self.stored.values if self.stored else {}
        return str(self.record.values.get(NAME) or values.get(NAME) or "")


class RefusedError(Exception):
    """The record cannot be taken over; ``reasons`` say why."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        super().__init__(*(reason.text for reason in reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Rights:
    """What the person may do, by primary keys of departments; ``None`` means everywhere."""

    add: frozenset[int] | None = None
    change: frozenset[int] | None = None
    make_departments: bool = True

    def allow(self, what: str, department: int) -> bool:
        allowed: frozenset[int] | None = getattr(self, what)
        return allowed is None or department in allowed


class Hall(Protocol):
    """What deciding needs to know of the hall."""

    @property
    def known(self) -> Known:
        """The objects that records may name."""

    @property
    def topics(self) -> frozenset[str]:
        """The keys of all topics."""

    @property
    def rights(self) -> Rights:
        """What the importing person may do."""

    def department(self, ref: DepartmentRef) -> int | None:
        """The department that this names, ``None`` if there is none. Raises ``UnfitError`` when there are several."""

    def slug_is_taken(self, slug: str, department: int, item: int | None) -> bool:
        """Does another page of the department have this slug?"""


@dataclass
class _Cleaning:
    """Clean values, and everything that was wrong with them."""

    known: Known
    reasons: list[Reason] = field(default_factory=list)

    def values(self, columns: dict[str, Column], given: dict[str, Any], prefix: str = "") -> dict[str, Any]:
        for name in given.keys() - columns.keys():
            self.reasons.append(Reason(prefix + name, _("There is no such column.")))
        found = {}
        for name in columns.keys() & given.keys():
            try:
                found[name] = clean(columns[name], given[name], self.known)
            except UnfitError as error:
                self.reasons.append(Reason(prefix + name, str(error)))
        return found

    def source(self, value: Any, path: str = "source") -> None:
        """Every text within the source record must be one that can be stored."""
        match value:
            case str():
                try:
                    usable(value)
                except UnfitError as error:
                    self.reasons.append(Reason(path, str(error)))
            case dict():
                for name, entry in value.items():
                    self.source(name, path)
                    self.source(entry, str(name))
            case list():
                for entry in value:
                    self.source(entry, path)

    def rows(self, relation: str, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
        columns = row_columns(relation)
        nothing = dict.fromkeys(columns)
        return [self.values(columns, {**nothing, **row}, f"{relation}.{n}.") for n, row in enumerate(given)]


def cleaned(record: GuideRecord, hall: Hall) -> GuideRecord:
    """The record with clean values and complete rows. Raises ``RefusedError`` with all reasons."""
    cleaning = _Cleaning(_known_with_own_district(record, hall.known))
    given = {name: value for name, value in record.values.items() if name != SLUG or value}
    values = cleaning.values(guide_columns(), {**given, CODE: record.code})
    if not record.code.strip():
        cleaning.reasons.append(Reason(CODE, _("The item has no implementation code.")))
    rows = {}
    for relation, own_rows in record.rows.items():
        if relation in relations():
            rows[relation] = cleaning.rows(relation, own_rows)
        else:
            cleaning.reasons.append(Reason(relation, _("There are no such rows.")))
    for topic in record.topics or ():
        if topic not in hall.topics:
            cleaning.reasons.append(Reason(TOPICS, _("There is no topic “%(topic)s”.") % {"topic": topic}))
    cleaning.source(record.source)
    if cleaning.reasons:
        raise RefusedError(tuple(cleaning.reasons))
    topics = None if record.topics is None else tuple(sorted(set(record.topics)))
    return replace(record, values=values, rows=rows, topics=topics)


def _known_with_own_district(record: GuideRecord, known: Known) -> Known:
    """A district that comes with the department is made together with it."""
    district = record.department.district if record.department else None
    return {**known, DISTRICT: known.get(DISTRICT, frozenset()) | {district.code}} if district else known


def decide(record: GuideRecord, stored: Sequence[StoredItem], hall: Hall, publish: bool) -> Decision:
    """What is to be done with a record. ``stored`` are the items with its code. Raises ``RefusedError``."""
    record = cleaned(record, hall)
    if len(stored) > 1:
        raise _refused(CODE, _("Several items have this code."))
    department = _department(record, hall)
    if stored:
        return _about_stored(record, stored[0], department, hall, publish)
    return _about_new(record, department, hall)


def _refused(path: str, text: str) -> RefusedError:
    return RefusedError((Reason(path, text),))


def _department(record: GuideRecord, hall: Hall) -> int | None:
    try:
        return hall.department(record.department) if record.department else None
    except UnfitError as error:
        raise _refused("department", str(error)) from error


def _about_new(record: GuideRecord, department: int | None, hall: Hall) -> Decision:
    if not record.values.get(NAME):
        raise _refused(NAME, _("A new item needs a Chinese name."))
    if record.department is None or not (record.department.name or department):
        raise _refused("department", _("A new item must name its department."))
    if department is None and not hall.rights.make_departments:
        raise _refused("department", _("There is no such department, and you may not make it."))
    if department is not None:
        _check_right(hall.rights, "add", department)
        _check_slug(record, department, None, hall)
    future = facts(record, None)
    _check_certification(future)
    missing = tuple(finding.place for finding in refusals(future))
    return Decision(Outcome.CREATE, record, department=department, missing=missing)


def _about_stored(
    record: GuideRecord, stored: StoredItem, department: int | None, hall: Hall, publish: bool
) -> Decision:
    if record.department is not None and department != stored.department:
        raise _refused("department", _("The item belongs to another department. Move its page first."))
    changes = tuple(differences(record, stored))
    future = facts(record, stored)
    missing = tuple(finding.place for finding in refusals(future))
    outcome = _outcome(bool(changes), stored, publish)
    if outcome != Outcome.UNCHANGED:
        _check_right(hall.rights, "change", stored.department)
        _check_slug(record, stored.department, stored.key, hall)
        _check_certification(future)
        if stored.locked:
            raise _refused("", _("The item is locked. Unlock its page first."))
    return Decision(outcome, record, stored, stored.department, changes, missing)


def _outcome(changed: bool, stored: StoredItem, publish: bool) -> Outcome:
    if changed:
        return Outcome.DRAFT if publish and stored.edited else Outcome.UPDATE
    return Outcome.PUBLISH if publish and not stored.public and not stored.edited else Outcome.UNCHANGED


def _check_right(rights: Rights, needed: str, department: int) -> None:
    if not rights.allow(needed, department):
        raise _refused("department", _("You may not change the items of this department."))


def _check_certification(future: dict[str, Any]) -> None:
    certified_on, review_by = future["certified_on"], future["review_by"]
    if certified_on and certified_on > timezone.localdate():
        raise _refused("certified_on", _("Nobody can have certified the item on a day that has not come."))
    if certified_on and review_by and review_by > latest_review(certified_on):
        raise _refused("review_by", _("An item is reviewed again within a year of being certified."))


def _check_slug(record: GuideRecord, department: int, item: int | None, hall: Hall) -> None:
    slug = record.values.get(SLUG)
    if slug and hall.slug_is_taken(slug, department, item):
        raise _refused(SLUG, _("Another page of the department has this address."))


def differences(record: GuideRecord, stored: StoredItem) -> list[Change]:
    """What a clean record would change."""
    columns = guide_columns()
    found = [
        Change(name, stored.values[name], value)
        for name, value in record.values.items()
        if normal(columns[name], stored.values[name]) != normal(columns[name], value)
    ]
    found.sort(key=lambda change: list(columns).index(change.column))
    for relation, rows in record.rows.items():
        if _normal_rows(relation, stored.rows[relation]) != _normal_rows(relation, rows):
            found.append(Change(relation, stored.rows[relation], rows))
    if record.topics is not None and record.topics != stored.topics:
        found.append(Change(TOPICS, stored.topics, record.topics))
    return found


def _normal_rows(relation: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    columns = row_columns(relation)
    return [{name: normal(columns[name], value) for name, value in row.items()} for row in rows]


def facts(record: GuideRecord, stored: StoredItem | None) -> dict[str, Any]:
    """The item as it will be, as the rules of completeness read it."""
    values: dict[str, Any] = {name: column.empty for name, column in guide_columns().items()}
    values |= {relation: [] for relation in relations()} | {TOPICS: []}
    if stored:
        values |= stored.values | stored.rows | {TOPICS: list(stored.topics)}
    values |= record.values | record.rows
    if record.topics is not None:
        values[TOPICS] = list(record.topics)
    return values
