"""What an item must say before it may be published.

行政许可法 30 lists what has to be made public (matter, basis, conditions, number, procedure, time limit, materials);
the rest are the fourteen core elements that the State Council's standards for service guides ask for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Facts = Mapping[str, Any]  # element -> value; a row relation -> its rows


@dataclass(frozen=True)
class Element:
    """A required element. ``field`` is a field, a translated column or a row relation of the item."""

    field: str
    label: str | Promise
    applies: Callable[[Facts], bool] = lambda facts: True


def _is_service(facts: Facts) -> bool:
    return facts.get("item_type") == "public_service"


def _comes_in_person(facts: Facts) -> bool:
    return bool(facts.get("visits")) or "counter" in (facts.get("channels") or ())


REQUIRED = (
    Element("name_zh_hans", _("name")),
    Element("summary_zh_hans", _("summary")),
    Element("task_code", _("implementation code")),
    Element("item_type", _("item type")),
    Element("audiences", _("who may apply")),
    Element("topics", _("topics")),
    Element("handling_type", _("handling type")),
    Element(
        "statutory_days",
        _("statutory time limit, or a note why there is none"),
        lambda f: not f.get("statutory_note_zh_hans") and not _is_service(f),
    ),
    Element(
        "promised_days",
        _("promised time limit, or a note why there is none"),
        lambda f: not f.get("promised_note_zh_hans"),
    ),
    Element("channels", _("channels")),
    Element("visits", _("visits required")),
    Element("visits_reason_zh_hans", _("reason for the visit"), lambda f: bool(f.get("visits"))),
    Element("online_depth", _("online depth")),
    Element("quantity_limit_zh_hans", _("limit of number (say so when there is none)"), lambda f: not _is_service(f)),
    Element("legal_bases", _("legal basis")),
    Element("conditions", _("conditions")),
    Element("materials", _("materials"), lambda f: not _is_service(f)),
    Element("steps", _("steps")),
    Element("fee_items", _("fees, because the item charges one"), lambda f: bool(f.get("charges_fee"))),
    Element("results", _("results"), lambda f: not _is_service(f)),
    Element("windows", _("windows"), _comes_in_person),
    Element("enquiries", _("enquiries")),
    Element("complaints", _("complaints")),
    Element("remedies", _("reconsideration and litigation"), lambda f: not _is_service(f)),
)


def is_empty(value: Any) -> bool:
    """Zero and ``False`` are answers; an empty text or list is not."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def missing_elements(facts: Facts) -> list[Element]:
    """The required elements that are empty, in the order of the editing form."""
    return [e for e in REQUIRED if e.applies(facts) and is_empty(facts.get(e.field))]
