"""The service item (政务服务事项): one page, its rows, and what it came from."""

from .contacts import Complaint, Enquiry, Faq, Remedy, Window
from .imports import ImportedItem, ImportedSource, ImportRun
from .page import GuidePage
from .record import Change, ChangedPart, PublishedList, Snapshot, Withdrawal
from .requirements import Condition, LegalBasis, Material
from .results import FeeItem, IntermediaryService, Result
from .steps import SpecialProcedure, Step

__all__ = [
    "Change",
    "ChangedPart",
    "Complaint",
    "Condition",
    "Enquiry",
    "Faq",
    "FeeItem",
    "GuidePage",
    "ImportRun",
    "ImportedItem",
    "ImportedSource",
    "IntermediaryService",
    "LegalBasis",
    "Material",
    "PublishedList",
    "Remedy",
    "Result",
    "Snapshot",
    "SpecialProcedure",
    "Step",
    "Window",
    "Withdrawal",
]
