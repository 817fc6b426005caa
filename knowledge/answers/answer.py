"""What an answer is. No text of one is stored, so none outlives its facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.search.intents import Intent
from translations.local_text import LocalText


@dataclass(frozen=True)
class Source:
    """A page of a department, as of a day; ``provisions`` are the articles that the answer rests on."""

    name: LocalText
    department: LocalText
    url: str
    as_of: date | None = None
    provisions: Sequence[str] = ()


@dataclass(frozen=True)
class Link:
    """Where to go from a fact or an answer."""

    url: str
    text: str


@dataclass(frozen=True)
class Answer:
    """``title`` says what is answered, ``lines`` or ``body`` are the answer, ``notes`` what belongs to it.

    Lines and notes are plain strings, or texts in a language of their own; a body is rich text. What somebody wrote
    answers a question of its own, and no ``intent``.
    """

    intent: Intent | None
    title: Any
    lines: Sequence[Any]
    source: Source
    notes: Sequence[Any] = ()
    links: Sequence[Link] = ()
    body: str = ""  # safe HTML
