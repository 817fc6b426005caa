"""A report as plain data, for the database and for showing; long lists are cut, and say so."""

from typing import Any

from django.utils.translation import gettext as _

from guides.rules.completeness import REQUIRED

from .plan import TOPICS, Outcome
from .report import REFUSED, ItemReport, Report
from .schema import guide_columns, relations

SHOWN_REFUSALS = 500
SHOWN_ITEMS = 300
SHOWN_CHANGES = 20
SHOWN_TEXT = 200


def as_data(report: Report) -> dict[str, Any]:
    """JSON of counts, refusals, items with their changes, departments, unmapped fields, missing elements."""
    touched = [item for item in report.items if item.outcome != Outcome.UNCHANGED]
    return {
        "counts": report.counts,
        "refused": [[r.place, r.code, r.reason] for r in report.refused[:SHOWN_REFUSALS]],
        "more_refused": max(0, len(report.refused) - SHOWN_REFUSALS),
        "items": [_item(item) for item in touched[:SHOWN_ITEMS]],
        "more_items": max(0, len(touched) - SHOWN_ITEMS),
        "departments": report.departments,
        "unmapped": report.unmapped.most_common(),
        "missing": report.missing.most_common(),
    }


def _item(item: ItemReport) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "outcome": item.outcome.value,
        "place": item.place,
        "changes": [[column, shown(old), shown(new)] for column, old, new in item.changes[:SHOWN_CHANGES]],
        "more_changes": max(0, len(item.changes) - SHOWN_CHANGES),
    }


def shown(value: Any) -> str:
    """A value of a column in a few words; rows by their texts."""
    if isinstance(value, list | tuple):
        text = "; ".join(shown(entry) for entry in value)
    elif isinstance(value, dict):
        text = " · ".join(shown(entry) for entry in value.values() if entry not in (None, "", False, []))
    elif isinstance(value, bool):
        text = _("yes") if value else _("no")
    else:
        text = "" if value is None else str(value)
    return text if len(text) <= SHOWN_TEXT else text[: SHOWN_TEXT - 1] + "…"


def column_label(name: str) -> str:
    """What an editor calls a column, a kind of rows, or the topics."""
    if name in relations():
        return str(relations()[name]._meta.verbose_name)
    if name in guide_columns():
        return guide_columns()[name].label
    return str(_("topics")) if name == TOPICS else name


def element_label(name: str) -> str:
    """What the rules of completeness call an element."""
    return next((str(element.label) for element in REQUIRED if element.field == name), column_label(name))


def outcome_label(outcome: str) -> str:
    """What became of items, for headings: ``created``."""
    labels: dict[str, str] = {
        Outcome.CREATE: _("created"),
        Outcome.UPDATE: _("changed"),
        Outcome.DRAFT: _("changed, kept as a draft beside an editor's unpublished work"),
        Outcome.PUBLISH: _("published without changes"),
        Outcome.UNCHANGED: _("unchanged"),
        REFUSED: _("refused"),
    }
    return labels[outcome]
