"""Lists of items for pages that do not know about items: departments."""

from typing import Any

from django import template

from guides import listing
from translations.languages import reading_language

register = template.Library()


@register.simple_tag(takes_context=True)
def department_listing(context: dict[str, Any], department: Any) -> listing.Listing:
    """One page of the items below a department."""
    guides = listing.public_guides().child_of(department)  # type: ignore[attr-defined]
    number = context["request"].GET.get("page")
    return listing.listing(guides, reading_language(), number)


@register.simple_tag
def department_counts() -> dict[str, int]:
    """How many items each department has, by the department's path."""
    return listing.counts_by_department()


@register.filter
def at(mapping: dict[Any, Any], key: Any) -> Any:
    """``mapping[key]``; 0 where there is none."""
    return mapping.get(key, 0)
