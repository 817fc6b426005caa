"""Changes as pages, feeds and files show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from guides.codes import ChangeKind, PartKind
from guides.models import Change
from translations.reading import Reading

from .kinds import OFF
from .scopes import address_of
from .words import Shown, shown_all

MOST_PARTS = 6  # of one change in a list; its own page has all


@dataclass(frozen=True)
class Entry:
    """One change in the reader's language."""

    change: Change
    name: Any
    department: Any
    reason: Any
    url: str  # its own lasting address
    then_url: str  # the item as this change left it; empty where it was taken off
    record_url: str
    parts: list[Shown]
    hidden_parts: int

    @property
    def kind(self) -> str:
        return str(self.change.get_kind_display())

    @property
    def at(self) -> datetime:
        return timezone.localtime(self.change.at)

    @property
    def is_later(self) -> bool:
        """Is it in force from another day than that of its publication?"""
        return bool(self.change.effective_from and self.change.effective_from != self.at.date())

    @property
    def title(self) -> str:
        return pgettext("kind of a change: name of the item", "%(kind)s: %(name)s") % {
            "kind": self.kind,
            "name": self.name.plain,
        }


def entry(request: HttpRequest, change: Change, most: int | None = None) -> Entry:
    """A change whose parts were read (``listing.with_parts``)."""
    reading = Reading(change)
    address = address_of(request, change.address)
    parts = list(change.parts.all())
    return Entry(
        change=change,
        name=reading.name,
        department=reading.department_name,
        reason=reading.reason,
        url=reverse("guides:change", args=[change.pk]),
        then_url=""
        if change.kind in OFF
        else reverse("guides:as_of_of", args=[address, timezone.localdate(change.at)]),
        record_url=reverse("guides:record_of", args=[address]),
        parts=shown_all(parts[:most]),
        hidden_parts=max(0, len(parts) - most) if most is not None else 0,
    )


def entries(request: HttpRequest, changes: Iterable[Change], most: int | None = MOST_PARTS) -> list[Entry]:
    return [entry(request, change, most) for change in changes]


def summary(found: Entry) -> list[str]:
    """A change as lines of plain text, for feeds."""
    lines = [found.reason.plain] if found.reason else []
    lines += [line_of(part) for part in found.parts]
    if not lines:
        lines.append(_("The whole item is published.") if found.change.kind == ChangeKind.FIRST else found.kind)
    return lines


def line_of(part: Shown) -> str:
    """``"material “Photograph”: copies: 2 → 3"``."""
    head = f"{part.label} “{part.row.plain}”" if part.row else part.label
    if part.is_row:
        words = {PartKind.ADDED: _("new"), PartKind.REMOVED: _("no longer asked or said")}[PartKind(part.kind)]
        return f"{head}: {words}"
    before, after = sides(part)
    return f"{head}: {before or '–'} → {after or '–'}"


def sides(part: Shown) -> tuple[str, str]:
    """What was and what is, as plain texts."""
    if part.is_row:
        whole = "; ".join(f"{label}: {plain(value)}" for label, value in part.values)
        return ("", whole) if part.kind == PartKind.ADDED else (whole, "")
    return plain(part.before), plain(part.after)


def plain(value: Any) -> str:
    """A value without its mark of language."""
    return str(getattr(value, "plain", value))
