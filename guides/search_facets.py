"""By what readers narrow down service items."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model, TextChoices
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guides import wording
from guides.codes import Audience, ItemType, OnlineDepth
from guides.models import GuidePage
from knowledge.codes import Level, TopicAudience
from knowledge.models import District, Topic
from knowledge.search.facets import Facet, Label
from translations.reading import Reading

MORE_VISITS = "more"


def of_codes(codes: type[TextChoices]) -> Callable[[Iterable[str]], Mapping[str, Label]]:
    """Labels from a code list, in its order."""

    def labels(values: Iterable[str]) -> dict[str, Label]:
        wanted = set(values)
        return {str(code): str(label) for code, label in codes.choices if code in wanted}

    return labels


def _visits(values: Iterable[str]) -> dict[str, Label]:
    wanted = set(values)
    labels = {"0": wording.visits(0), "1": wording.visits(1), MORE_VISITS: gettext("More than one visit")}
    return {value: label for value, label in labels.items() if value in wanted}


def _topics(values: Iterable[str]) -> dict[str, Label]:
    """Topics of the two lists may have the same name: the list is named, too."""
    wanted = set(values)
    audiences = {value.partition("/")[0] for value in wanted}
    topics = (topic for topic in Topic.objects.filter(audience__in=audiences) if topic.key in wanted)
    lists = dict(TopicAudience.choices)
    return {
        topic.key: str(format_lazy("{name} · {list}", name=Reading(topic).name.plain, list=lists[topic.audience]))
        for topic in topics
    }


def _districts(values: Iterable[str]) -> dict[str, Label]:
    return _named(District.objects.filter(code__in=list(values)).order_by("code"), "code")


def _named(found: Iterable[Model], key: str) -> dict[str, Label]:
    return {str(getattr(one, key)): Reading(one).name for one in found}


ITEM_FACETS = (
    Facet("topic", _("Topic"), _topics, by_count=True),
    Facet("audience", _("Who it is for"), of_codes(Audience)),
    Facet("visits", _("Visits in person"), _visits),
    Facet("online", _("Online"), of_codes(OnlineDepth)),
    Facet("type", _("Kind of service"), of_codes(ItemType)),
    Facet("level", _("Level"), of_codes(Level)),
    Facet("district", _("District"), _districts),
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
