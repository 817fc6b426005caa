"""What a reader must know in ten seconds: who, where, how long, how much, how often, how far online."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from guides import wording
from guides.codes import ItemStatus, OnlineDepth
from guides.reading_rows import Rows
from guides.rules.addresses import web_address
from knowledge.answers.answer import Link
from translations.reading import Reading
from translations.wording import enumeration

NAMED_PLACES = 3


@dataclass(frozen=True)
class Fact:
    """One fact. ``values`` and ``notes`` are plain strings or texts in a language of their own."""

    label: str
    values: list[Any]
    notes: list[Any] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.values or self.notes)


def fact(label: str, values: Iterable[Any], notes: Iterable[Any] = (), links: Iterable[Link] = ()) -> Fact:
    """A fact without its empty parts; false when nothing is left."""
    kept = [link for link in links if link.url]
    return Fact(label, [value for value in values if value], [note for note in notes if note], kept)


def at_a_glance(item: Reading, rows: Rows) -> list[Fact]:
    """The six facts at the top of the page; those about which nothing is known are left out."""
    facts = [_who(item), _where(item, rows), _how_long(item), _how_much(item, rows), _how_often(item), _how_far(item)]
    return [one for one in facts if one]


def _who(item: Reading) -> Fact:
    return fact(_("Who it is for"), [enumeration(item.audiences_labels)])


def _where(item: Reading, rows: Rows) -> Fact:
    halls = list({desk.hall.plain: desk.hall for desk in rows.desks if desk.hall}.values())
    more = len(halls) - NAMED_PLACES
    links = [Link("#windows", wording.more_places(more) if more > 0 else _("Counters and opening hours"))]
    if not halls:
        return fact(_("Where"), [_("Online")] if "online" in (item.channels or ()) else [])
    return fact(_("Where"), halls[:NAMED_PLACES], links=links)


def _how_long(item: Reading) -> Fact:
    promised = wording.time_limit(item.promised_days, item.promised_unit)
    statutory = wording.time_limit(item.statutory_days, item.statutory_unit)
    if not promised:
        return fact(_("How long it takes"), [statutory], [item.promised_note, item.statutory_note])
    by_law = _("Limit set by law: %(limit)s") % {"limit": statutory} if statutory else ""
    return fact(_("How long it takes"), [promised], [item.promised_note, by_law, item.statutory_note])


def _how_much(item: Reading, rows: Rows) -> Fact:
    if not item.charges_fee:
        return fact(_("Cost"), [_("Free of charge")])
    standards = [row.standard or row.name for row in rows.fee_items]
    links = [Link("#fees", _("All fees"))] if standards else []
    return fact(_("Cost"), standards[:1] if len(standards) == 1 else [_("A fee is charged")], links=links)


def _how_often(item: Reading) -> Fact:
    reason = item.visits_reason if item.visits else ""
    return fact(_("Visits in person"), [wording.visits(item.visits)], [reason])


def _how_far(item: Reading) -> Fact:
    return fact(_("Online"), [wording.online_depth(item.online_depth)])


def application_links(item: Reading) -> list[Link]:
    """Where to apply online; nothing for an item that is suspended or cancelled, or not applied for online."""
    if item.status != ItemStatus.IN_USE or item.online_depth in ("", OnlineDepth.NONE, OnlineDepth.INFORMATION):
        return []
    links = [
        Link(web_address(item.online_url), _("Apply online")),
        Link(web_address(item.mobile_url), _("Apply on a phone")),
    ]
    return [link for link in links if link.url]
