"""Who works here, who is in charge, where, and about what."""

from .departments import DepartmentIndexPage, DepartmentPage
from .places import District, ServicePoint
from .thesaurus import ThesaurusEntry
from .topics import Topic
from .users import User
from .workers import PeriodicJob, Worker

__all__ = [
    "DepartmentIndexPage",
    "DepartmentPage",
    "District",
    "PeriodicJob",
    "ServicePoint",
    "ThesaurusEntry",
    "Topic",
    "User",
    "Worker",
]
