"""The forms library: forms, their versions, and files of other kinds."""

from .documents import FormDocument
from .pages import FormPage
from .versions import FormVersion, VersionPage

__all__ = ["FormDocument", "FormPage", "FormVersion", "VersionPage"]
