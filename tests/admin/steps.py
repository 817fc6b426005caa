"""What people do to an item, as short deeds: drafts of others, workflows, and buttons without their forms."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState

from guides.models import GuidePage
from knowledge.models import DepartmentPage, User
from knowledge.review.beside import set_beside
from knowledge.review.workflows import ensure_workflow
from tests import factories

WORDS = "Written by a colleague"


def stored(guide: Page) -> Any:
    return GuidePage.objects.get(pk=guide.pk)


def drafted(guide: GuidePage, user: User | None = None, **changes: Any) -> Any:
    """A draft of somebody's over an item; of a colleague's where nobody is named."""
    draft = stored(guide).get_latest_revision_as_object()
    for name, value in {"name_en": WORDS, **changes}.items():
        setattr(draft, name, value)
    draft.save_revision(user=user or factories.UserFactory(username="colleague"))
    return stored(guide)


def in_review(guide: GuidePage, user: User | None = None, legal_check: bool = False) -> Any:
    """A colleague's draft, submitted by them."""
    if legal_check:
        department = DepartmentPage.objects.get(pk=guide.get_parent().pk)
        set_beside(department, legal_check=True)
        ensure_workflow(department)
    writer = user or factories.UserFactory(username="colleague")
    page = drafted(guide, writer)
    page.get_workflow().start(page, writer)
    return stored(guide)


def task_of(guide: GuidePage) -> TaskState:
    return stored(guide).current_workflow_task_state


def decide(client: Client, guide: GuidePage, deed: str) -> Any:
    """Approve or reject from the list of what waits for a review."""
    address = reverse("wagtailadmin_pages:workflow_action", args=[guide.pk, deed, task_of(guide).pk])
    return client.post(address, {"comment": "看过了"})


def publish_many(client: Client, *guides: Page) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?{'&'.join(f'id={guide.pk}' for guide in guides)}&next=/admin/")
