"""Which items ask for a form of the library, for the page of the form."""

from dataclasses import dataclass
from typing import Any

from guides import listing
from guides.models import Material
from translations.reading import Reading


@dataclass(frozen=True)
class Use:
    """An item, and the materials of it that are this form."""

    guide: Reading
    materials: list[Reading]


def uses_of(form: Any) -> list[Use]:
    """The public items that ask for a form, in the order of the tree."""
    rows = Material.objects.filter(form_page=form, page__in=listing.public_guides())
    uses: dict[int, Use] = {}
    for material in rows.select_related("page").order_by("page__path", "sort_order", "pk"):
        use = uses.setdefault(material.page_id, Use(Reading(material.page), []))
        use.materials.append(Reading(material, reviewed=use.guide.reviewed))
    return list(uses.values())
