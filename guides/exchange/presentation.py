"""What the admin shows of a run: labels instead of names of columns and codes."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from guides.models import ImportRun

from .plan import Outcome
from .report import REFUSED
from .summary import column_label, element_label, outcome_label
from .undo import Undoing

WITHOUT_CHANGE = {Outcome.UNCHANGED.value, REFUSED}


def shown_run(run: ImportRun) -> dict[str, Any]:
    """The parts of a report for the page, in the active language."""
    report = run.report
    return {
        "counts": [(outcome_label(outcome), count) for outcome, count in run.counts.items() if count],
        "refusals": [{"place": place, "code": code, "reason": why} for place, code, why in report.get("refused", ())],
        "more_refusals": report.get("more_refused", 0),
        "items": list(_items(report.get("items", ()))),
        "more_items": report.get("more_items", 0),
        "departments": report.get("departments", ()),
        "unmapped": report.get("unmapped", ()),
        "missing": [(element_label(name), count) for name, count in report.get("missing", ())],
        "undone": [(undoing_label(what), codes) for what, codes in report.get("undone", {}).items() if codes],
        "changes_anything": any(
            count for outcome, count in run.counts.items() if outcome not in {"unchanged", REFUSED}
        ),
    }


def _items(items: Any) -> Iterator[dict[str, Any]]:
    for item in items:
        changes = [{"label": column_label(name), "old": old, "new": new} for name, old, new in item["changes"]]
        yield {**item, "outcome": outcome_label(item["outcome"]), "changes": changes}


def undoing_label(what: str) -> str:
    """What became of pages when an import was undone."""
    labels: dict[str, str] = {
        Undoing.DELETE: _("deleted"),
        Undoing.REVERT: _("returned to what they were"),
        Undoing.GONE: _("already deleted by somebody"),
        Undoing.EDITED: _("left alone, because somebody edited them after the import"),
        Undoing.APPROVED: _("left alone, because a reviewer has published them since"),
        Undoing.LOST: _("left alone, because what they were cannot be restored"),
    }
    return labels[what]
