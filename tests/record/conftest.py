"""Items with a past: published again and again, on days of their own."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from guides.models import Change, GuidePage
from tests.admin.conftest import civil_affairs_editor, public_security_editor, reviewer, translator, window_clerk

__all__ = ["civil_affairs_editor", "public_security_editor", "reviewer", "translator", "window_clerk"]


def publish(guide: GuidePage, **values: Any) -> GuidePage:
    """Change these columns and lists of rows of an item, and publish it."""
    draft: Any = guide.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(clean=False).publish()
    return GuidePage.objects.get(pk=guide.pk)


def dated(guide: GuidePage, *days: str) -> None:
    """Let the changes of an item be of these days, at noon, the first one first."""
    changes = Change.objects.filter(page_id=guide.pk).order_by("pk")
    assert changes.count() == len(days)
    for change, day in zip(changes, days, strict=True):
        change.at = timezone.make_aware(datetime.fromisoformat(f"{day}T12:00"))
        change.save()


def last(guide: GuidePage) -> Any:
    """The last change of an item."""
    return Change.objects.filter(page_id=guide.pk).latest("at", "pk")


@pytest.fixture
def past(guide: GuidePage) -> GuidePage:
    """Published on 1 March with a limit of one day, from 2 May on with three."""
    publish(guide, promised_days=1)
    publish(guide, promised_days=3)
    dated(guide, "2026-02-01", "2026-03-01", "2026-05-02")
    return GuidePage.objects.get(pk=guide.pk)
