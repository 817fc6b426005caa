"""What an import did, or would do."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken over: where it stands, which item, why."""

    place: str
    code: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.code, self.reason) if part)


@dataclass
class Report:
    """Codes of items by what became of them, and what to look at."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)  # unchanged drafts that are public now
    unchanged: list[str] = field(default_factory=list)
    kept_as_draft: list[str] = field(default_factory=list)  # changed, but an editor's unpublished work is in them
    refused: list[Refusal] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)  # names of departments that were made
    unmapped: Counter[str] = field(default_factory=Counter)  # fields kept in the source record -> items
    missing: Counter[str] = field(default_factory=Counter)  # required elements that are empty -> items
