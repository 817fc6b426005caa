"""Keeping the record: each publication of an item is compared with the one before it and written down."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision

from guides.codes import ChangeKind, ItemStatus, PartKind
from guides.exchange.schema import relations
from guides.models import Change, ChangedPart, GuidePage, Snapshot, Withdrawal
from translations.languages import column, columns, content_languages, default_language

from .catalogue import entry_of
from .difference import Part, difference
from .kinds import kind_of
from .labels import Labels, merged
from .packing import Content, References, names_of_object, pack, plain, references_of, unpack
from .states import public_languages, state_of

DEPARTMENT = "department"
COPIED = (*("page_id", "department_id", "code", "sub_code", "address"), *columns("name"), *columns("department_name"))


def record(
    page: GuidePage, revision: Revision | None = None, kind: ChangeKind | None = None, at: datetime | None = None
) -> Change | None:
    """Write down what is public now; nothing where readers see no difference, unless its ``kind`` is given.

    Changes are written in the order of time.
    """
    content = plain(_content(page, revision))
    last = Change.objects.filter(page_id=page.pk).select_related("snapshot").first()
    before, known = _content_before(page, last)
    references = references_of(content)
    languages = public_languages(content) & (public_languages(before) if last else public_languages(content))
    was, now = state_of(before, languages), state_of(content, languages)
    change = _change(page, content, at or timezone.now())
    withdrawal = _withdrawal(page, content)
    change.kind = kind or _kind(content, before, last, withdrawal)
    parts = [*difference(was, now), *_moved(last, change)] if last else []
    if not parts and not kind and change.kind == ChangeKind.CHANGED:
        return None
    change.revision = revision
    change.hidden = is_restricted(page)
    change.effective_from = _effective_from(parts) or timezone.localdate(change.at)
    _say_why(change, page, withdrawal)
    _store(change, Labels(was, now, merged(known, references), languages).rows(parts), pack(content, references))
    return change


@transaction.atomic
def _store(change: Change, parts: list[ChangedPart], packed: bytes) -> None:
    change.save()
    Snapshot.objects.create(change=change, content=packed)
    for part in parts:
        part.change = change
    ChangedPart.objects.bulk_create(parts)
    if change.kind == ChangeKind.RESTORED:
        Withdrawal.objects.filter(guide=change.page_id).delete()


def _content(page: GuidePage, revision: Revision | None) -> Mapping[str, Any]:
    """Of the version; of the page where rows of the version were not stored yet and have their keys only there."""
    if revision and all(row.get("pk") for name in relations() for row in revision.content.get(name) or ()):
        return revision.content
    return page.serializable_data()


def _content_before(page: GuidePage, last: Change | None) -> tuple[Content, References]:
    if last is None:
        return {}, {}
    if hasattr(last, "snapshot"):
        return unpack(last.snapshot.content)
    found = Snapshot.objects.filter(change__page_id=page.pk).order_by("-change__at", "-change").first()
    return unpack(found.content) if found else ({}, {})


def _change(page: GuidePage, content: Content, at: datetime) -> Change:
    languages = public_languages(content)
    change = Change(
        page_id=page.pk,
        department_id=page.department.pk,
        at=at,
        code=content.get("task_code") or "",
        sub_code=content.get("handle_item_code") or "",
        address=page.url_path,
        listed={} if content.get("status") == ItemStatus.CANCELLED else entry_of(content, languages),
    )
    _name(change, "name", {code: content.get(column("name", code)) for code in languages})
    _name(change, "department_name", names_of_object(page.department))
    return change


def _name(change: Change, field: str, names: Mapping[str, Any]) -> None:
    for code, text in names.items():
        setattr(change, column(field, code), text or "")


def _withdrawal(page: GuidePage, content: Content) -> Withdrawal | None:
    return getattr(page, "withdrawal", None) if content.get("status") == ItemStatus.CANCELLED else None


def _kind(content: Content, before: Content, last: Change | None, withdrawal: Withdrawal | None) -> ChangeKind:
    ended = withdrawal.kind if withdrawal else ""
    return kind_of(content.get("status") or "", before.get("status") or "", last.kind if last else None, ended)


def _say_why(change: Change, page: GuidePage, withdrawal: Withdrawal | None) -> None:
    """What the editor gave as the reason of this publication, or of the item's end."""
    if withdrawal and change.kind == withdrawal.kind:
        change.effective_from = withdrawal.since
        for name in columns("reason"):
            setattr(change, name, getattr(withdrawal, name))
    elif change.kind != ChangeKind.MOVED:  # moving makes no version: the page has the reason of an earlier one
        setattr(change, column("reason", default_language()), page.change_reason or "")


def _moved(last: Change, change: Change) -> list[Part]:
    if last.department_id == change.department_id:
        return []
    before, after = ({"key": one.department_id, "names": _department_names(one)} for one in (last, change))
    return [Part(PartKind.FACT, field=DEPARTMENT, before=before, after=after)]


def _department_names(change: Change) -> dict[str, str]:
    names = {code: getattr(change, column("department_name", code)) for code in content_languages()}
    return {code: name for code, name in names.items() if name}


def _effective_from(parts: Iterable[Part]) -> date | None:
    """The day that the item names, where this publication changed it."""
    named = [part.after for part in parts if part.field == "effective_date" and not part.relation and part.after]
    return date.fromisoformat(named[0]) if named else None


def note_end(page_key: int, kind: ChangeKind, hidden: bool = False) -> None:
    """An item that was published is taken off, or deleted; ``hidden`` where it was not for everybody."""
    last = Change.objects.filter(page_id=page_key).first()
    if last is None or last.kind in (kind, ChangeKind.DELETED):  # Wagtail unpublishes what is being deleted
        return
    if hidden:
        Change.objects.filter(page_id=page_key).update(hidden=True)
    values = {name: getattr(last, name) for name in COPIED}
    Change.objects.create(**values, kind=kind, hidden=hidden, effective_from=timezone.localdate())


def is_restricted(page: GuidePage) -> bool:
    """Is it behind a login or a password?"""
    restrictions: Any = PageViewRestriction.objects.values_list("page__path", flat=True)
    return any(page.path.startswith(path) for path in restrictions)
