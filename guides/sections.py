"""Of which parts an item's page consists: those that have something to say."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guides.access_facts import ways_in
from guides.reading_rows import Rows
from translations.reading import Reading


@dataclass(frozen=True)
class Section:
    """One part of the page. ``key`` names its anchor and its template."""

    key: str
    title: str | Promise
    has_content: Callable[[Reading, Rows], Any]

    @property
    def template(self) -> str:
        """The template that shows it."""
        return f"guides/parts/{self.key}.html"


def _has_flow(item: Reading, rows: Rows) -> bool:
    words = item.online_flow or item.offline_flow or item.tracking or item.flow_chart
    return bool(rows.steps or rows.special_procedures or words)


SECTIONS = (
    Section("conditions", _("Who can apply"), lambda i, r: r.conditions or i.quantity_limit or i.prohibitions),
    Section("materials", _("What to bring"), lambda i, r: r.materials or i.tolerant_acceptance or i.notice_commitment),
    Section("steps", _("How it goes"), _has_flow),
    Section("windows", _("Where and how to apply"), lambda i, r: r.windows or ways_in(i)),
    Section("fees", _("Fees"), lambda i, r: r.fee_items or r.intermediary_services or i.fee_note),
    Section("results", _("What you receive"), lambda i, r: r.results),
    Section("faqs", _("Frequent questions"), lambda i, r: r.faqs or r.answers),
    Section("contacts", _("Questions and complaints"), lambda i, r: r.enquiries or r.complaints),
    Section("legal_bases", _("Legal basis"), lambda i, r: r.legal_bases),
    Section("rights", _("Rights and duties"), lambda i, r: i.rights or i.duties),
    Section("remedies", _("If you disagree with the decision"), lambda i, r: r.remedies),
    Section("more", _("More about this service"), lambda i, r: True),
)


def sections(item: Reading, rows: Rows) -> list[Section]:
    """The parts of this item's page, in order."""
    return [section for section in SECTIONS if section.has_content(item, rows)]
