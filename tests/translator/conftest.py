"""The cast of the admin, and an item whose English is known and reviewed."""

import pytest

from guides.models import GuidePage
from tests.admin.conftest import (
    citizen,
    civil_affairs_editor,
    public_security_editor,
    reviewer,
    translator,
    window_clerk,
)
from tests.freshness.test_publishing import publish

__all__ = ["citizen", "civil_affairs_editor", "public_security_editor", "reviewer", "translator", "window_clerk"]


@pytest.fixture
def known(guide: GuidePage) -> GuidePage:
    """An item of which everything is recorded, its English reviewed."""
    return publish(guide, translation_reviewed_en=True)
