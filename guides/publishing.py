"""Publishing many items at once obeys the rules for one."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from knowledge.review.hooks import chosen_pages

from .lint.families.completeness import ELEMENTS
from .lint.rule import Facts
from .lint.running import refusals
from .models import GuidePage
from .rules.completeness import Element


def facts_of(guide: GuidePage) -> Facts:
    """The item's own values and rows as the rules read them."""
    return guide.serializable_data()


def missing_in_draft(guide: GuidePage) -> list[Element]:
    """What the latest draft of an item lacks."""
    return [ELEMENTS[finding.code] for finding in refusals(facts_of(guide.get_latest_revision_as_object()))]


def refuse_incomplete_items(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """``before_bulk_action``: name what is missing instead of publishing it."""
    if action_type != "publish":
        return None
    with_descendants = action_class_instance.cleaned_form.cleaned_data.get("include_descendants")
    refused = [
        (page, gaps)
        for page in chosen_pages(objects, with_descendants).type(GuidePage).specific()
        if (gaps := missing_in_draft(page))
    ]
    for page, gaps in refused:
        elements = _(", ").join(str(element.label) for element in gaps)
        messages.error(
            request, _("“%(item)s” cannot be published. Fill in: %(elements)s.") % {"item": page, "elements": elements}
        )
    return redirect(action_class_instance.next_url) if refused else None
