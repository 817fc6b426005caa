"""What can happen to a published item, and how its parts can differ."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ChangeKind(TextChoices):
    """What a publication, or the end of one, was."""

    FIRST = "first", _("Published for the first time")
    CHANGED = "changed", pgettext_lazy("of an item", "Changed")
    SUSPENDED = "suspended", pgettext_lazy("of an item", "Suspended")
    CANCELLED = "cancelled", pgettext_lazy("of an item", "Cancelled")
    MERGED = "merged", _("Merged into another item")
    DELEGATED = "delegated", _("Delegated to a lower level")
    MOVED = "moved", _("Moved to another body")
    RESTORED = "restored", _("In use again")
    UNPUBLISHED = "unpublished", _("Taken off the hall")
    DELETED = "deleted", _("Deleted from the hall")


class WithdrawalKind(TextChoices):
    """Why an item is no longer offered here (取消、合并、下放、划转): the same values as those of ``ChangeKind``."""

    CANCELLED = "cancelled", pgettext_lazy("of an item", "Cancelled")
    MERGED = "merged", _("Merged into another item")
    DELEGATED = "delegated", _("Delegated to a lower level")
    MOVED = "moved", _("Moved to another body")


class PartKind(TextChoices):
    """How one part of an item differs."""

    FACT = "fact", _("Value")
    ADDED = "added", _("Added")
    REMOVED = "removed", _("Removed")
    ROW = "row", pgettext_lazy("of a row", "Changed")
    REORDERED = "reordered", _("New order")
