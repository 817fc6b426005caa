"""Who works here, who is in charge, where, about what, and what readers look for."""

from .answers import AnswerBasis, AnswerPage, AnswerSubject, AnswerVote
from .consultations import Consultation, ConsultationEvent, Deflection, ReplyTemplate
from .departments import DepartmentIndexPage, DepartmentPage
from .desk import DeskPage, UnansweredQuestion
from .gaps import Gap, GapSign
from .openings import PageOpening, PageReading
from .overview import FigureWeek
from .owned import OfDepartment, with_departments
from .places import District, ServicePoint
from .review import ReviewTask
from .search_log import SearchClick, SearchLogEntry
from .thesaurus import ThesaurusEntry
from .topics import Topic
from .users import User
from .workers import PeriodicJob, Worker

__all__ = [
    "AnswerBasis",
    "AnswerPage",
    "AnswerSubject",
    "AnswerVote",
    "Consultation",
    "ConsultationEvent",
    "Deflection",
    "DepartmentIndexPage",
    "DepartmentPage",
    "DeskPage",
    "District",
    "FigureWeek",
    "Gap",
    "GapSign",
    "OfDepartment",
    "PageOpening",
    "PageReading",
    "PeriodicJob",
    "ReplyTemplate",
    "ReviewTask",
    "SearchClick",
    "SearchLogEntry",
    "ServicePoint",
    "ThesaurusEntry",
    "Topic",
    "UnansweredQuestion",
    "User",
    "Worker",
    "with_departments",
]
