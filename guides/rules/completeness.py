"""What an item must say before it may be published.

行政许可法 30 lists what has to be made public (matter, basis, conditions, number, procedure, time limit, materials);
the rest are the fourteen core elements that the State Council's standards for service guides ask for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guides.lint import sources

Facts = Mapping[str, Any]  # element -> value; a row relation -> its rows


@dataclass(frozen=True)
class Element:
    """A required element. ``field`` is a field, a translated column or a row relation of the item."""

    field: str
    label: str | Promise
    source: str | Promise = sources.GUIDE_36114
    applies: Callable[[Facts], bool] = lambda facts: True

    def is_missing(self, facts: Facts) -> bool:
        return self.applies(facts) and is_empty(facts.get(self.field))


def _is_service(facts: Facts) -> bool:
    return facts.get("item_type") == "public_service"


def _comes_in_person(facts: Facts) -> bool:
    return bool(facts.get("visits")) or "counter" in (facts.get("channels") or ())


REQUIRED = (
    Element("name_zh_hans", _("name"), sources.LICENSING_30),
    Element("summary_zh_hans", _("summary"), sources.STEPS_2015_86),
    Element("task_code", _("implementation code"), sources.CODES_39554_1),
    Element("item_type", _("item type"), sources.ELEMENTS_39554_2),
    Element("audiences", _("who may apply"), sources.ELEMENTS_39554_2),
    Element("topics", _("topics"), sources.ELEMENTS_39554_2),
    Element("handling_type", _("handling type"), sources.ELEMENTS_39554_2),
    Element(
        "statutory_days",
        _("statutory time limit, or a note why there is none"),
        sources.LICENSING_30,
        lambda f: not f.get("statutory_note_zh_hans") and not _is_service(f),
    ),
    Element(
        "promised_days",
        _("promised time limit, or a note why there is none"),
        sources.BUSINESS_36,
        lambda f: not f.get("promised_note_zh_hans"),
    ),
    Element("channels", _("channels"), sources.ELEMENTS_39554_2),
    Element("visits", _("visits required"), sources.ELEMENTS_39554_2),
    Element(
        "visits_reason_zh_hans", _("reason for the visit"), sources.ELEMENTS_39554_2, lambda f: bool(f.get("visits"))
    ),
    Element("online_depth", _("online depth"), sources.ELEMENTS_39554_2),
    Element(
        "quantity_limit_zh_hans",
        _("limit of number (say so when there is none)"),
        sources.LICENSING_30,
        lambda f: not _is_service(f),
    ),
    Element("legal_bases", _("legal basis"), sources.LICENSING_30),
    Element("conditions", _("conditions"), sources.ONLINE_6),
    Element("materials", _("materials"), sources.ONLINE_6, lambda f: not _is_service(f)),
    Element("steps", _("steps"), sources.ONLINE_6),
    Element(
        "fee_items",
        _("fees, because the item charges one"),
        sources.DISCLOSURE_20_8,
        lambda f: bool(f.get("charges_fee")),
    ),
    Element("results", _("results"), sources.DISCLOSURE_20_5, lambda f: not _is_service(f)),
    Element("windows", _("windows"), sources.DISCLOSURE_20_2, _comes_in_person),
    Element("enquiries", _("enquiries"), sources.DISCLOSURE_20_2),
    Element("complaints", _("complaints"), sources.DISCLOSURE_20_2),
    Element("remedies", _("reconsideration and litigation"), sources.LICENSING_7, lambda f: not _is_service(f)),
)


def is_empty(value: Any) -> bool:
    """Zero and ``False`` are answers; an empty text or list is not."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())
