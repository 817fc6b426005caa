"""The cast of the admin, and an item whose English is known and reviewed."""

from tests.admin.conftest import (
    citizen,
    civil_affairs_editor,
    public_security_editor,
    reviewer,
    translator,
    window_clerk,
)
from tests.freshness.test_publishing import known

__all__ = [
    "citizen",
    "civil_affairs_editor",
    "known",
    "public_security_editor",
    "reviewer",
    "translator",
    "window_clerk",
]
