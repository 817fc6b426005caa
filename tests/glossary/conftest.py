from tests.admin.conftest import translator, window_clerk

__all__ = ["translator", "window_clerk"]
