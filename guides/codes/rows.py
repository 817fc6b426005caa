"""Code lists of an item's rows: results C15, materials C17 to C19, special procedures, remedies."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ResultKind(TextChoices):
    """C15 审批结果类型."""

    CERTIFICATE = "certificate", _("Certificate or licence")
    APPROVAL = "approval", _("Written approval")
    OTHER = "other", _("Other")
    NONE = "none", _("None")


class MaterialKind(TextChoices):
    """C17a 材料类型."""

    CERTIFICATE = "certificate", _("Certificate or proof")
    FORM = "form", _("Application form or document")
    OTHER = "other", _("Other")


class MaterialForm(TextChoices):
    """C17b 材料形式."""

    PAPER = "paper", _("Paper")
    ELECTRONIC = "electronic", _("Electronic")
    EITHER = "either", _("Paper or electronic")


class Necessity(TextChoices):
    """C18 材料必要性. ``LATER`` is 容缺后补: the case is accepted and the material handed in afterwards."""

    REQUIRED = "required", _("Required")
    CONDITIONAL = "conditional", _("Only in certain cases")
    LATER = "later", _("May be handed in later")


class SourceChannel(TextChoices):
    """C19 来源渠道."""

    APPLICANT = "applicant", _("Applicant")
    GOVERNMENT = "government", _("Issued by a government body")
    INTERMEDIARY = "intermediary", _("Issued by an intermediary")
    OTHER = "other", _("Other")


class SpecialProcedureKind(TextChoices):
    """特别程序: time that the limit does not count (行政许可法 45)."""

    HEARING = "hearing", _("Hearing")
    SITE_INSPECTION = "site_inspection", _("On-site inspection")
    PUBLIC_NOTICE = "public_notice", _("Public notice")
    EXPERT_REVIEW = "expert_review", _("Expert review")
    TESTING = "testing", _("Inspection, testing or quarantine")
    AUCTION = "auction", _("Tender, auction or listing")
    OTHER = "other", _("Other")


class RemedyKind(TextChoices):
    """Where to go against a decision."""

    RECONSIDERATION = "reconsideration", _("Administrative reconsideration")
    LITIGATION = "litigation", _("Administrative litigation")
