"""The forms library: forms, their versions, and files of other kinds."""

from .documents import FormDocument
from .pages import FormPage
from .versions import FieldsBefore, FormVersion, VersionPage

__all__ = ["FieldsBefore", "FormDocument", "FormPage", "FormVersion", "VersionPage"]
