"""What the admin says to those who want to publish their own words. What they wrote is a draft by then."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from knowledge.models import OfDepartment, ReviewTask

from .authors import may_publish, refusal


def refuse_own_text(request: HttpRequest, page: Page) -> HttpResponse | None:
    """``before_publish_page``: of an editing form that was just saved."""
    if not issubclass(type(page), OfDepartment) or may_publish(request.user, page.get_latest_revision()):
        return None
    messages.error(request, refusal())
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_own_texts(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """``before_bulk_action``: name those that are somebody's own instead of publishing any."""
    if action_type != "publish":
        return None
    with_descendants = action_class_instance.cleaned_form.cleaned_data.get("include_descendants")
    own = [page for page in chosen_pages(objects, with_descendants) if _is_own(request.user, page)]
    for page in own:
        messages.error(request, _("“%(page)s”: %(refusal)s") % {"page": page.title, "refusal": refusal()})
    return redirect(action_class_instance.next_url) if own else None


def chosen_pages(objects: Iterable[Any], with_descendants: bool) -> Any:
    """The pages that a bulk action is about."""
    chosen = Page.objects.filter(pk__in=[obj.pk for obj in objects if isinstance(obj, Page)])
    pages = chosen
    if with_descendants:
        for page in chosen:
            pages = pages | page.get_descendants()
    return pages


def _is_own(user: Any, page: Page) -> bool:
    if not issubclass(page.specific_class or Page, OfDepartment) or page.latest_revision_id is None:
        return False
    return not may_publish(user, page.get_latest_revision())


def say_why_not_approved(request: HttpRequest, page: Page) -> None:
    """``after_edit_page``: whoever changed the text while approving it has not approved it."""
    approves = "action-workflow-action" in request.POST and request.POST.get("workflow-action-name") == "approve"
    waits = approves and isinstance(page.current_workflow_task, ReviewTask)
    if waits and not may_publish(request.user, page.get_latest_revision()):
        messages.error(request, refusal())


def permissions() -> QuerySet[Permission]:
    """``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="knowledge", codename="certify_pages")
