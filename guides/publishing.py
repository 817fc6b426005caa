"""What the admin says about an item: publishing many at once obeys the rule for one; odd codes are pointed out."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from knowledge.review.hooks import chosen_pages

from .models import GuidePage
from .rules.codes import code_warnings
from .rules.completeness import Element, Facts, missing_elements


def facts_of(guide: GuidePage) -> Facts:
    """The item's own values and rows as the rules read them."""
    return guide.serializable_data()


def missing_in_draft(guide: GuidePage) -> list[Element]:
    """What the latest draft of an item lacks."""
    return missing_elements(facts_of(guide.get_latest_revision_as_object()))


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


def warn_of_codes(request: HttpRequest, page: Page) -> None:
    """``after_create_page`` and ``after_edit_page``: say what looks wrong about the codes; the item is saved anyway."""
    if isinstance(page, GuidePage):
        for warning in code_warnings(page.task_code, page.catalog_code, page.handle_item_code):
            messages.warning(request, warning)
        for other in same_code(page):
            messages.warning(request, _("“%(item)s” has the same implementation code.") % {"item": other})


def same_code(guide: GuidePage) -> Any:
    """Other items with this item's implementation code: the short address can lead to only one of them."""
    if not guide.task_code:
        return GuidePage.objects.none()
    return GuidePage.objects.filter(task_code=guide.task_code).exclude(pk=guide.pk)
