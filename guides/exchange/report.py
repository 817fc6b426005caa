"""What an import did, or would do."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .plan import Decision, Outcome

REFUSED = "refused"  # beside the outcomes, in counts


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken over: where it stands, which item, why."""

    place: str
    code: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.code, self.reason) if part)


@dataclass(frozen=True)
class ItemReport:
    """What became of one item. ``changes`` are (column, old, new) of an item that was there before."""

    code: str
    name: str
    outcome: Outcome
    place: str = ""
    changes: tuple[tuple[str, Any, Any], ...] = ()


@dataclass
class Report:
    """What became of every record, and what to look at."""

    items: list[ItemReport] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)  # names of departments that were made
    unmapped: Counter[str] = field(default_factory=Counter)  # field kept in the source record -> items
    missing: Counter[str] = field(default_factory=Counter)  # required element that is empty -> items

    def codes(self, outcome: Outcome) -> list[str]:
        """Codes of the items with this outcome, in the order of the list."""
        return [item.code for item in self.items if item.outcome == outcome]

    @property
    def created(self) -> list[str]:
        return self.codes(Outcome.CREATE)

    @property
    def updated(self) -> list[str]:
        return self.codes(Outcome.UPDATE)

    @property
    def unchanged(self) -> list[str]:
        return self.codes(Outcome.UNCHANGED)

    @property
    def published(self) -> list[str]:
        """Drafts that did not change and are public now."""
        return self.codes(Outcome.PUBLISH)

    @property
    def kept_as_draft(self) -> list[str]:
        """Items that changed and were not published, because an editor's unpublished work is in them."""
        return self.codes(Outcome.DRAFT)

    def add(self, decision: Decision) -> None:
        """Note what a decision came to."""
        record = decision.record
        self.unmapped.update(record.source.keys())
        self.missing.update(decision.missing)
        changes = tuple((change.column, change.old, change.new) for change in decision.changes)
        self.items.append(ItemReport(record.code, decision.name, decision.outcome, record.place, changes))

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        self.refused.extend(refusals)

    @property
    def counts(self) -> dict[str, int]:
        """How many records had each outcome, or were refused."""
        counts = Counter(item.outcome.value for item in self.items)
        refused = {refusal.code or refusal.place for refusal in self.refused}
        return {**{outcome.value: counts[outcome.value] for outcome in Outcome}, REFUSED: len(refused)}
