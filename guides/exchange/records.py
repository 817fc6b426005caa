"""What every source of items is turned into before anything is decided: plain data, no database."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class DistrictRef:
    """An administrative division as a list names it; made when it is missing."""

    code: str  # GB/T 2260: six digits, twelve for townships
    name: str = ""
    level: str = ""  # knowledge.codes.Level


@dataclass(frozen=True)
class DepartmentRef:
    """The department of an item, as a list names it.

    Found by slug, else by credit code, else by Chinese name; made when there is none.
    """

    name: str = ""
    credit_code: str = ""
    slug: str = ""
    level: str = ""  # knowledge.codes.Level, for a department that is made
    district: DistrictRef | None = None


@dataclass(frozen=True)
class GuideRecord:
    """One item as a list gives it.

    ``values`` and ``rows`` hold only what the list gives: a column that is not in them stays as it is, a relation that
    is in ``rows`` replaces all rows of that kind. Columns are those of the models (``name_zh_hans``, ``item_type``,
    ``slug``, ``translation_reviewed_en``); code lists with several values are lists of codes; dates are
    ``datetime.date``. Other objects are named by their natural keys: a district by its division code, a service point
    by its slug, a document by its title.
    """

    code: str  # the implementation code by which the item is known again
    department: DepartmentRef | None = None  # None: the item is there already and stays where it is
    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    topics: tuple[str, ...] | None = None  # Topic.key: ("individual/060",); None leaves the topics alone
    source: dict[str, Any] = field(default_factory=dict)  # what the list says and an item has no place for
    place: str = ""  # where it stands, for messages: "line 17", "items!C5"
    cells: dict[str, str] = field(default_factory=dict)  # "materials.0.name_zh_hans" -> "materials!D7", for messages
