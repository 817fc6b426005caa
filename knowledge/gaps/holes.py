"""What a page leaves open."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hole:
    """``text`` says which page, and what is missing; ``people`` opened it in the last weeks, one at least."""

    text: str
    people: int
    page: int
    department: int
