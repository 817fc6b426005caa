"""Who works at the desk: members of the cast of the admin's tests."""

from tests.admin.conftest import citizen, civil_affairs_editor, reviewer, translator, window_clerk

__all__ = ["citizen", "civil_affairs_editor", "reviewer", "translator", "window_clerk"]
