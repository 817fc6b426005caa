"""The list of items (事项清单) of a department or of the hall, on any day.

优化营商环境条例 and 国办发〔2015〕86号 want these lists published; GB/T 39554.2 names what stands in them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _
from wagtail.models import Page

from guides import wording
from guides.codes import HandlingType, ItemType, LimitUnit
from guides.models import Change
from translations.languages import column, columns, content_languages
from translations.local_text import LocalText

from .listing import public_changes
from .standing import end_of
from .words import in_reading_language

LIMITS = ("statutory_days", "statutory_unit", "promised_days", "promised_unit")
STORED = ("listed", "department_id", "address", *columns("department_name"))
ORDER = {code: number for number, code in enumerate([*ItemType.values, ""])}

Entry = dict[str, Any]


def entry_of(content: Mapping[str, Any], languages: Collection[str]) -> Entry:
    """What a list says of an item, from revision content: ``{"code", "names", "item_type", "handling_type", …}``."""
    names = {language: content.get(column("name", language)) for language in languages}
    return {
        "code": content.get("handle_item_code") or content.get("task_code") or "",
        "names": {language: name for language, name in sorted(names.items()) if name},
        "item_type": content.get("item_type") or "",
        "handling_type": content.get("handling_type") or "",
        **{name: content.get(name) for name in LIMITS},
    }


@dataclass(frozen=True)
class Line:
    """One item of a list, in the reader's language."""

    number: int
    code: str
    name: LocalText
    item_type: str
    handling_type: str
    statutory: str
    promised: str
    department: LocalText
    address: str = ""  # of the item then, as ``url_path``

    @property
    def cells(self) -> list[str]:
        """For files; ``headings`` says what they are."""
        plain = [self.code, self.name.plain, self.department.plain, self.item_type, self.handling_type]
        return [str(self.number), *plain, self.statutory, self.promised]


def headings() -> list[str]:
    return [
        *(_("No."), _("Code of the item"), _("Name of the item"), _("Department"), _("Item type"), _("Handling type")),
        *(_("Statutory limit"), _("Promised limit")),
    ]


@dataclass(frozen=True)
class Group:
    """The items of one department."""

    department: LocalText
    lines: list[Line]


def lines_of(rows: Iterable[Entry]) -> list[Line]:
    """Rows as ``entries_on`` gives them, numbered."""
    return [
        Line(
            number=number,
            code=row["code"],
            name=in_reading_language(row["names"]),
            item_type=label(ItemType, row["item_type"]),
            handling_type=label(HandlingType, row["handling_type"]),
            statutory=_limit(row["statutory_days"], row["statutory_unit"]),
            promised=_limit(row["promised_days"], row["promised_unit"]),
            department=in_reading_language(row["department"]),
            address=row.get("address", ""),
        )
        for number, row in enumerate(rows, start=1)
    ]


def label(codes: Any, value: str) -> str:
    return str(codes(value).label) if value in codes.values else value


def _limit(days: int | None, unit: str | None) -> str:
    return wording.time_limit(days, unit or LimitUnit.WORKING_DAY)


def grouped(lines: Iterable[Line]) -> list[Group]:
    """Lines in order, department by department."""
    groups: list[Group] = []
    for line in lines:
        if not groups or groups[-1].department.plain != line.department.plain:
            groups.append(Group(line.department, []))
        groups[-1].lines.append(line)
    return groups


def by_type(rows: Iterable[Entry]) -> list[tuple[str, int]]:
    """How many items there are of each type, in the order of the code list."""
    counts = Counter(row["item_type"] for row in rows)
    known = sorted(counts.items(), key=lambda pair: ORDER.get(pair[0], len(ORDER)))
    return [(label(ItemType, code) or _("Other"), number) for code, number in known]


def entries_on(day: date, department: int | None = None) -> list[Entry]:
    """The items that were offered at the end of a day, by department, type and code.

    From the last change of each item until then; a change with a higher key is later (``recording.record``).
    """
    before = public_changes().filter(at__lt=end_of(day))
    last = before.order_by().values("page_id").annotate(last=Max("pk")).values("last")
    found = Change.objects.filter(pk__in=last)
    if department is not None:
        found = found.filter(department_id=department)
    rows = [row for row in found.values(*STORED) if row["listed"]]
    keys = {row["department_id"] for row in rows}
    paths: dict[int, str] = dict(Page.objects.filter(pk__in=keys).values_list("pk", "path"))
    rows.sort(key=lambda row: _order(row, paths))
    return [{**row["listed"], "department": _names(row), "address": row["address"]} for row in rows]


def _order(row: Mapping[str, Any], paths: Mapping[int, str]) -> tuple[Any, ...]:
    listed = row["listed"]
    place = paths.get(row["department_id"], "~")
    return place, row["department_id"], ORDER.get(listed["item_type"], len(ORDER)), listed["code"], row["address"]


def _names(row: Mapping[str, Any]) -> dict[str, str]:
    names = {code: row[column("department_name", code)] for code in content_languages()}
    return {code: name for code, name in names.items() if name}
