"""Who works here, who is in charge, where, and about what."""

from .departments import DepartmentIndexPage, DepartmentPage
from .places import District, ServicePoint
from .topics import Topic
from .users import User

__all__ = ["DepartmentIndexPage", "DepartmentPage", "District", "ServicePoint", "Topic", "User"]
