"""What the desk shows of a page, whichever kind it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from knowledge.answers.answer import Answer, Link
from knowledge.search.intents import Intent
from translations.languages import html_tag
from translations.local_text import LocalText


@dataclass(frozen=True)
class Printable:
    """A form: where it can be printed blank, as a filled sample, or filled in on the screen."""

    name: LocalText
    links: Sequence[Link]


@dataclass(frozen=True)
class Card:
    """``script`` is what to say, sentence by sentence; ``answers`` are all that the page says, the most asked first.

    ``short_url`` and ``qr_url`` are empty for a page without a short address; ``reviewed``: is the page's text in the
    card's language reviewed?
    """

    page: int
    name: LocalText
    department: LocalText
    url: str
    language: str
    reviewed: bool
    code: str = ""
    warning: str = ""
    script: Sequence[Any] = ()
    answers: Sequence[Answer] = ()
    forms: Sequence[Printable] = ()
    short_url: str = ""
    qr_url: str = ""

    def asked(self, intents: Sequence[Intent]) -> "Card":
        """The same with the answers to these questions first."""
        return replace(self, answers=sorted(self.answers, key=lambda answer: answer.intent not in intents))

    @property
    def lang(self) -> str:
        """The value for a ``lang`` attribute."""
        return html_tag(self.language)
