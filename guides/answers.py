"""What an item answers to the questions that people ask about any item. Nothing is said that its fields do not say."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guides import wording
from guides.access_facts import ways_in
from guides.codes import Necessity
from guides.glance import Fact, application_links, fact
from guides.reading_rows import Contact, Desk, Rows
from guides.rules.endings import ends_on
from knowledge.answers.answer import Answer, Link, Source
from knowledge.search.intents import Intent
from translations.reading import Reading
from translations.wording import enumeration, listed, long_date

MOST_LINES = 12  # further ones are on the page
MOST_PLACES = 3


@dataclass(frozen=True)
class Asked:
    """An item about which something is asked, and on which day."""

    item: Reading
    rows: Rows
    today: date


def answer(item: Reading, rows: Rows, intent: Intent, today: date) -> Answer | None:
    """The answer of an item to one question; nothing where its fields do not say."""
    found = COMPOSED[intent].compose(Asked(item, rows, today))
    if not found.values:
        return None
    more = len(found.values) - MOST_LINES
    anchor = COMPOSED[intent].anchor
    links = [*found.links]
    if more > 0:
        links.append(Link(f"{item.url}#{anchor}", _("%(number)d more on the page") % {"number": more}))
    return Answer(intent, found.label, found.values[:MOST_LINES], _source(item, rows, intent), found.notes, links)


def unsaid(item: Reading, rows: Rows, intent: Intent) -> Answer:
    """That the fields of an item do not say what is asked, and whom to ask instead; ``rows`` are those of both."""
    asked = Asked(item, rows, date.min)
    label = COMPOSED[intent].compose(asked).label
    whom = [_labelled(_("Please ask:"), _contact(asked).values[:1])]
    return Answer(intent, label, [_("This is not stated for this service.")], _source(item, rows, intent), whom)


def _source(item: Reading, rows: Rows, intent: Intent) -> Source:
    provisions = [] if intent is Intent.LEGAL_BASIS else [_provision(basis) for basis in rows.legal_bases[:1]]
    return source_of(item, COMPOSED[intent].anchor, provisions)


def source_of(item: Reading, anchor: str, provisions: Sequence[str] = ()) -> Source:
    """The item as the source of what stands in this part of its page."""
    url = f"{item.url}#{anchor}" if anchor else item.url
    as_of = item.certified_on or item.instance.last_published_at.date()
    return Source(item.name, item.department.name, url, as_of, provisions)


def _provision(basis: Reading) -> str:
    return format_html("《{}》{}", basis.statute, basis.article)


def _materials(asked: Asked) -> Fact:
    needed = [row for row in asked.rows.materials if row.necessity == Necessity.REQUIRED and not row.no_submission]
    other = [row for row in asked.rows.materials if row not in needed]
    if not needed and other:
        needed, other = other, []
    spared = [row.name for row in other if row.no_submission]
    later = [_described(row) for row in other if not row.no_submission]
    notes = [_labelled(_("In some cases, or later:"), later), _labelled(_("Need not be handed in:"), spared)]
    return fact(_("What to bring"), map(_described, needed), notes)


def _described(material: Reading) -> Any:
    how_many = enumeration(wording.how_many(material.originals, material.copies))
    return format_html("{} ({})", material.name, how_many) if how_many else material.name


def _labelled(label: str, texts: Iterable[Any]) -> SafeString:
    """A list on one line behind what it is; nothing for an empty one."""
    joined = listed(texts)
    return format_html("{} {}", label, joined) if joined else joined


def _fee(asked: Asked) -> Fact:
    item = asked.item
    if not item.charges_fee:
        return fact(_("Cost"), [_("Free of charge")], [item.fee_note])
    fees = [format_html("{}: {}", row.name, row.standard) if row.standard else row.name for row in asked.rows.fee_items]
    reductions = [row.reduction for row in asked.rows.fee_items]
    return fact(_("Cost"), fees or [_("A fee is charged")], [*reductions, item.fee_note])


def _duration(asked: Asked) -> Fact:
    item = asked.item
    promised = wording.time_limit(item.promised_days, item.promised_unit)
    statutory = wording.time_limit(item.statutory_days, item.statutory_unit)
    ends = _ends(asked.today, item.promised_days, item.promised_unit) if promised else ""
    by_law = _("Limit set by law: %(limit)s") % {"limit": statutory} if promised and statutory else ""
    procedures = [
        format_html("{} {}", row.name or row.get_kind_display(), wording.time_limit(row.days, row.unit))
        for row in asked.rows.special_procedures
    ]
    not_counted = _labelled(_("Not counted in this:"), procedures)
    return fact(
        _("How long it takes"),
        [promised or statutory or item.statutory_note],
        [ends, item.promised_note, by_law, item.statutory_note if promised or statutory else "", not_counted],
    )


def _ends(today: date, days: int, unit: str) -> str:
    """By when, for a case that is accepted today."""
    end = ends_on(today, days, unit)
    return _("If it is accepted today: by %(day)s") % {"day": long_date(end)} if end else ""


def _places(asked: Asked, line: Callable[[Desk], Iterable[Any]]) -> list[Any]:
    """A line for each place, each text once."""
    lines = map(_spaced, map(line, asked.rows.desks))
    return list({str(one): one for one in lines if one}.values())


def _spaced(parts: Iterable[Any]) -> SafeString:
    return format_html_join(" ", "{}", ((part,) for part in parts if part))


def _where(asked: Asked) -> Fact:
    places = _places(asked, lambda desk: (desk.hall, desk.floor, desk.counter, desk.address))
    links = application_links(asked.item)
    if not places and links:
        return fact(_("Where"), [_("Online")], links=links)
    more = len(places) - MOST_PLACES
    notes = [wording.more_places(more)] if more > 0 else []
    return fact(_("Where"), places[:MOST_PLACES], notes, links)


def _hours(asked: Asked) -> Fact:
    return fact(
        _("Opening hours"), _places(asked, lambda desk: (desk.hall, desk.hours) if desk.hours else ())[:MOST_PLACES]
    )


def _who(asked: Asked) -> Fact:
    conditions = [
        format_html("{}: {}", row.situation, row.text) if row.situation else row.text for row in asked.rows.conditions
    ]
    audiences = enumeration(asked.item.audiences_labels)
    if not conditions:
        return fact(_("Who can apply"), [audiences])
    whom = _labelled(_("Who it is for:"), [audiences]) if audiences else ""
    return fact(_("Who can apply"), conditions, [whom, asked.item.quantity_limit])


def _how(asked: Asked) -> Fact:
    steps = [_spaced((row.name, _bracketed(row.actor), row.time_limit)) for row in asked.rows.steps]
    ways = [value for way in ways_in(asked.item)[:1] for value in way.values]
    flow = [asked.item.online_flow, asked.item.offline_flow]
    return fact(_("How it goes"), steps or flow or ways, ways if steps else [], application_links(asked.item))


def _bracketed(text: Any) -> Any:
    return format_html("({})", text) if text else ""


def _online(asked: Asked) -> Fact:
    item = asked.item
    return fact(_("Online"), [wording.online_depth(item.online_depth)], [item.online_flow], application_links(item))


def _visits(asked: Asked) -> Fact:
    item = asked.item
    post = wording.by_post(item.mail_in, item.courier_delivery)
    return fact(_("Visits in person"), [wording.visits(item.visits)], [item.visits_reason if item.visits else "", post])


def _result(asked: Asked) -> Fact:
    results = [_spaced((row.name, row.delivery)) for row in asked.rows.results]
    return fact(_("What you receive"), results)


def _validity(asked: Asked) -> Fact:
    valid = [row for row in asked.rows.results if row.validity]
    lines = [format_html("{}: {}", row.name, row.validity) for row in valid]
    return fact(_("How long it is valid"), lines, [row.renewal for row in valid])


def _legal_basis(asked: Asked) -> Fact:
    return fact(_("Legal basis"), [_spaced((_provision(row), row.text)) for row in asked.rows.legal_bases])


def _reached(contacts: Iterable[Contact]) -> list[Any]:
    return [_spaced((one.kind, one.value, one.note)) for one in contacts]


def _contact(asked: Asked) -> Fact:
    department = asked.item.department
    counters = _places(asked, lambda desk: (desk.hall, desk.phone) if desk.phone else ())[:MOST_PLACES]
    whoever = [_spaced((department.name, department.phone))] if department.phone else []
    return fact(_("Whom to ask"), _reached(asked.rows.questions_to) or counters or whoever)


def _complaint(asked: Asked) -> Fact:
    return fact(_("Where to complain"), _reached(asked.rows.complaints_to))


def _appeal(asked: Asked) -> Fact:
    lines = [
        _spaced((row.get_kind_display(), row.body, row.address, row.phone, row.url)) for row in asked.rows.remedies
    ]
    return fact(_("If you disagree with the decision"), lines)


@dataclass(frozen=True)
class Composed:
    """How an answer is composed, the part of the item's page that it is taken from, and the rows that it needs."""

    compose: Callable[[Asked], Fact]
    anchor: str = ""
    rows: Sequence[str] = ()


COMPOSED: Mapping[Intent, Composed] = {
    Intent.MATERIALS: Composed(_materials, "materials", ["materials"]),
    Intent.FEE: Composed(_fee, "fees", ["fee_items"]),
    Intent.DURATION: Composed(_duration, rows=["special_procedures"]),
    Intent.WHERE: Composed(_where, "windows", ["windows"]),
    Intent.HOURS: Composed(_hours, "windows", ["windows"]),
    Intent.WHO: Composed(_who, "conditions", ["conditions"]),
    Intent.HOW: Composed(_how, "steps", ["steps"]),
    Intent.ONLINE: Composed(_online, "windows"),
    Intent.VISITS: Composed(_visits),
    Intent.RESULT: Composed(_result, "results", ["results"]),
    Intent.VALIDITY: Composed(_validity, "results", ["results"]),
    Intent.LEGAL_BASIS: Composed(_legal_basis, "legal_bases"),
    Intent.CONTACT: Composed(_contact, "contacts", ["enquiries", "windows"]),
    Intent.COMPLAINT: Composed(_complaint, "contacts", ["complaints"]),
    Intent.APPEAL: Composed(_appeal, "remedies", ["remedies"]),
}
SOURCED_FROM = "legal_bases"  # every answer says what it rests on


def rows_for(intents: Iterable[Intent]) -> set[str]:
    """The relations that answers to these questions are composed of."""
    return {SOURCED_FROM, *(relation for intent in intents for relation in COMPOSED[intent].rows)}
