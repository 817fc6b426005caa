"""Kinds of lists that items come from, and the states of an import."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ImportProfile(TextChoices):
    """The form of a file."""

    STANDARD = "standard", _("Workbook of this hall (XLSX)")
    GUANGDONG = "guangdong", _("List of Guangdong (JSON lines)")


class ImportState(TextChoices):
    """From the upload to the undoing."""

    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked, waiting for your decision")
    QUEUED = "queued", _("Waiting for its turn")
    APPLYING = "applying", _("Being taken over")
    APPLIED = "applied", _("Taken over")
    UNDO_QUEUED = "undo_queued", _("Waiting to be undone")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    INTERRUPTED = "interrupted", _("Interrupted")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")

    @classmethod
    def busy(cls) -> frozenset["ImportState"]:
        """States in which a task or command is at work, or will be."""
        return frozenset({cls.CHECKING, cls.QUEUED, cls.APPLYING, cls.UNDO_QUEUED, cls.UNDOING})
