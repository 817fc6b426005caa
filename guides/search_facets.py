"""By what readers narrow down service items, and in which order they may want them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guides import wording
from guides.codes import Audience, ItemType, LimitUnit, OnlineDepth
from guides.models import GuidePage
from knowledge.codes import Level
from knowledge.models import District
from knowledge.search.documents import TOPIC
from knowledge.search.facets import Facet, Label, of_codes, only, remembered
from knowledge.search.ordering import Ordering
from translations.reading import texts_by

MORE_VISITS = "more"
HOURS_A_DAY = 24
HOURS_A_WORKING_DAY = HOURS_A_DAY * 7 / 5  # a week has five


def _visits(values: Iterable[str]) -> dict[str, Label]:
    more = gettext("More than one visit")
    return only(values, {"0": wording.visits(0), "1": wording.visits(1), MORE_VISITS: more})


def _districts(values: Iterable[str]) -> Mapping[str, Label]:
    return texts_by("code", "name", District.objects.filter(code__in=list(values)).order_by("code"))


ITEM_FACETS = (
    TOPIC,
    Facet("audience", _("Who it is for"), of_codes(Audience)),
    Facet("visits", _("Visits in person"), _visits),
    Facet("online", _("Online"), of_codes(OnlineDepth)),
    Facet("type", _("Kind of service"), of_codes(ItemType)),
    Facet("level", _("Level"), of_codes(Level)),
    Facet("district", _("District"), remembered("district", _districts)),
)


def item_facets(guide: GuidePage) -> dict[str, list[str]]:
    """The values of an item. Its topics and district have been read before."""
    values: dict[str, Any] = {
        "topic": [topic.key for topic in guide.topics.all()],
        "audience": guide.audiences or [],
        "visits": [_visits_value(guide.visits)] if guide.visits is not None else [],
        "online": [guide.online_depth] if guide.online_depth else [],
        "type": [guide.item_type] if guide.item_type else [],
        "level": guide.levels or [],
        "district": [guide.district.code] if guide.district else [],
    }
    return values


def _visits_value(visits: int) -> str:
    return str(visits) if visits < 2 else MORE_VISITS


ITEM_ORDERS = (Ordering("time", _("Soonest done")), Ordering("visits", _("Fewest visits")))


def item_numbers(guide: GuidePage) -> dict[str, int | None]:
    """Hours of the promised limit, or else of the statutory one, and visits."""
    promised = _hours(guide.promised_days, guide.promised_unit)
    return {
        "time": _hours(guide.statutory_days, guide.statutory_unit) if promised is None else promised,
        "visits": guide.visits,
    }


def _hours(days: int | None, unit: str) -> int | None:
    if days is None:
        return None
    return round(days * (HOURS_A_DAY if unit == LimitUnit.CALENDAR_DAY else HOURS_A_WORKING_DAY))
