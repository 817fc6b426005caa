"""The code lists of a service item (docs/data-model names them C1 to C19), with labels in both languages.

Stored values are English words, never a province's numbers: the numbers differ between provinces (``20`` is a
public service in Sichuan and "other powers" in Guangdong). What a source writes is turned into these values by
its own map, in ``guides.exchange``.
"""

from .bodies import BodyNature, Level, PowerSource
from .delivery import Channel, ContactKind, CrossRegionScope, OnlineDepth, OnlineFunction
from .exchange import ImportProfile, ImportState
from .items import HandlingType, ItemStatus, ItemType, LimitUnit, ReviewType
from .people import Audience
from .record import ChangeKind, PartKind, WithdrawalKind
from .rows import (
    MaterialForm,
    MaterialKind,
    Necessity,
    RemedyKind,
    ResultKind,
    SourceChannel,
    SpecialProcedureKind,
)

__all__ = [
    "Audience",
    "BodyNature",
    "ChangeKind",
    "Channel",
    "ContactKind",
    "CrossRegionScope",
    "HandlingType",
    "ImportProfile",
    "ImportState",
    "ItemStatus",
    "ItemType",
    "Level",
    "LimitUnit",
    "MaterialForm",
    "MaterialKind",
    "Necessity",
    "OnlineDepth",
    "OnlineFunction",
    "PartKind",
    "PowerSource",
    "RemedyKind",
    "ResultKind",
    "ReviewType",
    "SourceChannel",
    "SpecialProcedureKind",
    "WithdrawalKind",
]
