"""What kind of item it is and how it is handled: C1, C2, C8, C9, C11."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ItemType(TextChoices):
    """C1 事项类型: ten kinds of administrative power, and the public services beside them."""

    LICENCE = "licence", _("Administrative licence")
    PENALTY = "penalty", _("Administrative penalty")
    COERCION = "coercion", _("Administrative coercion")
    COLLECTION = "collection", _("Administrative collection")
    PAYMENT = "payment", _("Administrative payment")
    INSPECTION = "inspection", _("Administrative inspection")
    CONFIRMATION = "confirmation", _("Administrative confirmation")
    REWARD = "reward", _("Administrative reward")
    ADJUDICATION = "adjudication", _("Administrative adjudication")
    OTHER_POWER = "other_power", _("Other administrative power")
    PUBLIC_SERVICE = "public_service", _("Public service")


class ItemStatus(TextChoices):
    """C2 事项状态."""

    IN_USE = "in_use", _("In use")
    SUSPENDED = "suspended", _("Suspended")
    CANCELLED = "cancelled", _("Cancelled")


class HandlingType(TextChoices):
    """C8 办件类型, with the local kinds that real lists add to the two of the standard."""

    IMMEDIATE = "immediate", _("Handled on the spot")
    PROMISED = "promised", _("Handled within a promised time")
    REPORTED_UP = "reported_up", _("Reported to a higher level")
    JOINT = "joint", _("Handled jointly")
    FIRST_REVIEW = "first_review", _("First review only")
    FORWARDED = "forwarded", _("Forwarded")


class ReviewType(TextChoices):
    """C9 事项审查类型."""

    NONE = "none", _("No review")
    REVIEW_THEN_DECIDE = "review_then_decide", _("Review, then decision")
    DECIDE_AT_ONCE = "decide_at_once", _("Reviewed and decided at once")
    PARALLEL = "parallel", _("Parallel approval")
    OTHER = "other", _("Other")


class LimitUnit(TextChoices):
    """C11 时限单位. Working days are the rule of 行政许可法 82."""

    WORKING_DAY = "working_day", _("working days")
    CALENDAR_DAY = "calendar_day", _("calendar days")
