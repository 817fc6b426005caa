"""What a publication was: the first of all, a change, the end of an item, or its return. Pure."""

from guides.codes import ChangeKind, ItemStatus

OFF = frozenset({ChangeKind.UNPUBLISHED, ChangeKind.DELETED})
STATUS_KINDS = {
    ItemStatus.IN_USE: ChangeKind.RESTORED,
    ItemStatus.SUSPENDED: ChangeKind.SUSPENDED,
    ItemStatus.CANCELLED: ChangeKind.CANCELLED,
}


def kind_of(status: str, status_before: str, last: str | None, withdrawal: str = "") -> ChangeKind:
    """The kind of a publication, from the item's status then and before, and the kind of its last change, if any.

    ``withdrawal`` says how an item ended that is cancelled now.
    """
    if last is None:
        return ChangeKind.FIRST
    if status == status_before and last not in OFF:
        return ChangeKind.CHANGED
    if status == ItemStatus.CANCELLED and withdrawal:
        return ChangeKind(withdrawal)
    return STATUS_KINDS[ItemStatus(status)]
