"""What the editing form shows of an item while it is written."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.exchange.schema import relations
from guides.models import GuidePage

from .facts import around, completed, facts_of
from .form_data import Typed, read
from .levels import Level
from .rule import Finding
from .running import by_level, findings, score


@dataclass(frozen=True)
class Group:
    """Findings of one level, each with the name that its field has in the form."""

    level: Level
    findings: list[tuple[str, Finding]]


def of_form(data: QueryDict, key: int | None) -> dict[str, Any]:
    """What is found in what was typed; ``key`` is that of the item, if it was saved before."""
    known = around([data.get("task_code", "").strip()])
    typed = read(data, known.topics)
    completed(typed.facts, key, known)
    return shown(findings(typed.facts), typed)


def of_draft(draft: GuidePage) -> dict[str, Any]:
    """What is found in a version as it was saved."""
    found = draft_findings(draft)
    numbers = {relation: list(range(most)) for relation, most in _lengths(draft).items()}
    return shown(found, Typed(numbers=numbers))


def draft_findings(draft: GuidePage) -> list[Finding]:
    return findings(facts_of(draft, around([draft.task_code])))


def _lengths(draft: GuidePage) -> dict[str, int]:
    return {relation: len(getattr(draft, relation).all()) for relation in relations()}


def shown(found: list[Finding], typed: Typed) -> dict[str, Any]:
    """For ``guides/lint/list.html``."""
    groups = [
        Group(level, [(typed.name(one.place), one) for one in found if one.level == level])
        for level in Level
        if any(one.level == level for one in found)
    ]
    return {"groups": groups, "status": status(found)}


def status(found: list[Finding]) -> str:
    """One sentence, which a screen reader reads out when it changes."""
    counts = by_level(found)
    if not found:
        return _("Quality: 100 points. Nothing to mend.")
    said = [
        ngettext("%(count)d thing to fill in", "%(count)d things to fill in", counts[Level.REFUSE]),
        ngettext("%(count)d probably wrong", "%(count)d probably wrong", counts[Level.WARN]),
        ngettext("%(count)d to improve", "%(count)d to improve", counts[Level.ADVISE]),
    ]
    parts = [words % {"count": counts[level]} for level, words in zip(Level, said, strict=True) if counts[level]]
    return _("Quality: %(score)d points. %(findings)s.") % {"score": score(found), "findings": _(", ").join(parts)}
