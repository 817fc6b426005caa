"""Lists of items for pages that do not know about items: departments, forms."""

from typing import Any

from django import template
from django.template import RequestContext

from guides import listing
from guides.form_uses import Use, uses_of
from knowledge.paging import Listing
from translations.languages import reading_language

register = template.Library()


@register.simple_tag(takes_context=True)
def department_listing(context: RequestContext, department: Any) -> Listing:
    """One page of the items below a department; asked for by the page's title and by its body, fetched once."""
    memo = context.render_context
    if "department_listing" not in memo:
        guides = listing.public_guides().child_of(department)  # type: ignore[attr-defined]
        number = context["request"].GET.get("page")
        memo["department_listing"] = listing.listing(guides, reading_language(), number)
    found: Listing = memo["department_listing"]
    return found


@register.simple_tag
def department_counts() -> dict[str, int]:
    """How many items each department has, by the department's path."""
    return listing.counts_by_department()


@register.simple_tag
def uses_of_form(form: Any) -> list[Use]:
    """The items that ask for a form of the library."""
    return uses_of(form)


@register.filter
def at(mapping: dict[Any, Any], key: Any) -> Any:
    """``mapping[key]``; 0 where there is none."""
    return mapping.get(key, 0)
