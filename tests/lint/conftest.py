"""The cast of the admin."""

from tests.admin.conftest import (
    citizen,
    civil_affairs_editor,
    public_security_editor,
    reviewer,
    translator,
    window_clerk,
)

__all__ = [
    "citizen",
    "civil_affairs_editor",
    "public_security_editor",
    "reviewer",
    "translator",
    "window_clerk",
]
