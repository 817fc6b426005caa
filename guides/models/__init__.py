"""The service item (政务服务事项): one page, its rows, and what it came from."""

from .contacts import Complaint, Enquiry, Faq, Remedy, Window
from .imports import ImportedItem, ImportedSource, ImportRun
from .legal_flags import LegalFlag
from .page import GuidePage
from .quality import ItemQuality, LinkCheck, QualityFinding
from .record import Change, ChangedPart, PublishedList, Snapshot, Withdrawal
from .requirements import Condition, LegalBasis, Material
from .responsibility import CertificationReminder
from .results import FeeItem, IntermediaryService, Result
from .statutes import Article, Statute, StatuteName, StatuteVersion
from .steps import SpecialProcedure, Step

__all__ = [
    "Article",
    "CertificationReminder",
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
    "ItemQuality",
    "LegalBasis",
    "LegalFlag",
    "LinkCheck",
    "Material",
    "PublishedList",
    "QualityFinding",
    "Remedy",
    "Result",
    "Snapshot",
    "SpecialProcedure",
    "Statute",
    "StatuteName",
    "StatuteVersion",
    "Step",
    "Window",
    "Withdrawal",
]
