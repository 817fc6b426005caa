"""Places that lie over each other: two answers would be written into one another. Pure; only of drawn places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from forms_library.detection.fields import Field, Zone
from forms_library.detection.geometry import Rect

from .field_set import FieldSet

SHARE = 0.25  # of the smaller place that may lie in the other one

Place = Field | Zone


def overlaps(found: FieldSet) -> Mapping[str, Sequence[Place]]:
    """What each field lies over, by its id: other fields, and places that stay free."""
    over: dict[str, list[Place]] = defaultdict(list)
    if not found.drawn:
        return over
    for page in {field.page for field in found.fields}:
        fields = [field for field in found.fields if field.page == page]
        for one, other in combinations(fields, 2):
            if _lies_over(one, other):
                over[one.id].append(other)
                over[other.id].append(one)
        for field in fields:
            over_zones = [zone for zone in found.detection.zones if zone.page == page and _lies_over(field, zone)]
            if over_zones:
                over[field.id] += over_zones
    return over


def _lies_over(one: Field, other: Place) -> bool:
    if one.rect.bottom <= other.rect.top or other.rect.bottom <= one.rect.top:
        return False
    first, second = _written_on(one), _written_on(other)
    return first.shared_area(second) > SHARE * min(first.area, second.area)


def _written_on(place: Place) -> Rect:
    return place.room if isinstance(place, Field) else place.rect
