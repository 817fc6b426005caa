"""What window staff see of an item: what to say, what it answers, which forms to print."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from guides import wording
from guides.answers import answer
from guides.codes import ItemStatus, Necessity
from guides.models import GuidePage
from guides.presentation import short_address
from guides.reading_rows import Rows, download
from guides.rules.endings import ends_on
from knowledge.answers.answer import Link
from knowledge.desk.card import Card, Printable
from knowledge.search.intents import Intent
from translations.freshness.staleness import read_with_notices
from translations.reading import Reading
from translations.wording import listed, long_date

ASKED_FIRST = (Intent.MATERIALS, Intent.FEE, Intent.DURATION, Intent.WHERE, Intent.HOURS, Intent.VISITS, Intent.ONLINE)
ORDER = (*ASKED_FIRST, *(intent for intent in Intent if intent not in ASKED_FIRST))
MOST_SAID = 6  # materials that somebody can remember; further ones are handed over in writing


def desk_card(page: GuidePage, language: str, today: date) -> Card:
    """The card of an item in a language, on a day."""
    with override(language):
        item = read_with_notices(page, language)
        rows = Rows(item)
        said = (answer(item, rows, intent, today) for intent in ORDER)
        address = short_address(page)
        return Card(
            page=page.pk,
            name=item.name,
            department=item.department.name,
            url=item.url,
            language=language,
            reviewed=item.reviewed,
            code=page.task_code,
            warning=_("Suspended") if page.status == ItemStatus.SUSPENDED else "",
            script=[sentence for sentence in _script(item, rows, today) if sentence],
            answers=[one for one in said if one],
            forms=list(_printables(rows)),
            short_url=address.get("short_address", ""),
            qr_url=address.get("qr_code", ""),
        )


# --- what to say --------------------------------------------------------------------------------------------------


def _script(item: Reading, rows: Rows, today: date) -> Iterator[Any]:
    """In the order in which an applicant wants to know it: 一次性告知, in sentences that can be spoken."""
    yield _materials(rows)
    yield _fee(item, rows)
    yield _time(item, today)
    yield _visits(item)
    yield _result(rows)


def _materials(rows: Rows) -> Any:
    needed = [row.name for row in rows.materials if row.necessity == Necessity.REQUIRED and not row.no_submission]
    if not needed:
        return ""
    names = listed(needed[:MOST_SAID])
    if len(needed) > MOST_SAID:
        return format_html(
            _("You need {number} things; I will print you the list. First: {names}."), number=len(needed), names=names
        )
    said = ngettext("You need one thing: {names}.", "You need {number} things: {names}.", len(needed))
    return format_html(said, number=len(needed), names=names)


def _fee(item: Reading, rows: Rows) -> Any:
    if not item.charges_fee:
        return _("It costs nothing.")
    fees = [row.standard or row.name for row in rows.fee_items]
    return format_html(_("It costs {fees}."), fees=listed(fees)) if fees else _("A fee is charged.")


def _time(item: Reading, today: date) -> str:
    if item.promised_days == 0:
        return _("It is done while you wait.")
    limit = wording.time_limit(item.promised_days, item.promised_unit)
    end = ends_on(today, item.promised_days, item.promised_unit)
    if limit and end:
        return _("It takes %(limit)s at most: accepted today, it is done by %(day)s.") % {
            "limit": limit,
            "day": long_date(end),
        }
    return _("It takes %(limit)s at most.") % {"limit": limit} if limit else ""


def _visits(item: Reading) -> str:
    if item.visits is None:
        return ""
    if item.visits == 0:
        return _("You do not have to come here.")
    return ngettext("You come here once.", "You come here %(number)d times.", item.visits) % {"number": item.visits}


def _result(rows: Rows) -> Any:
    names = [row.name for row in rows.results]
    return format_html(_("In the end you receive: {names}."), names=listed(names)) if names else ""


# --- what to print ------------------------------------------------------------------------------------------------


def _printables(rows: Rows) -> Iterator[Printable]:
    """Forms of the library with their ways, then other files; each once."""
    found: dict[str, Printable] = {}
    for material in rows.materials:
        form = material.form_page
        if form and form.instance.current:
            found.setdefault(form.url, Printable(form.name, list(_ways(form))))
        for document in (download(material.blank_form), download(material.sample)):
            if document:
                found.setdefault(document.url, Printable(document.name, [Link(document.url, document.kind)]))
    yield from found.values()


def _ways(form: Reading) -> Iterator[Link]:
    version = form.instance.current
    yield Link(reverse("forms_library:file", args=[form.pk, version.number]), _("Blank form"))
    if version.sample:
        yield Link(reverse("forms_library:sample", args=[form.pk, version.number]), _("Filled sample"))
    if version.fillable:
        yield Link(reverse("forms_library:fill", args=[form.pk]), _("Fill in online"))
