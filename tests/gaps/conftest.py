"""Who works on what is missing: members of the cast of the admin's tests."""

from tests.admin.conftest import civil_affairs_editor, public_security_editor, reviewer, translator

__all__ = ["civil_affairs_editor", "public_security_editor", "reviewer", "translator"]
