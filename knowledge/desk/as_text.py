"""A card as plain text: to be sent, read out or printed anywhere."""

import html
from collections.abc import Iterable, Iterator

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from knowledge.answers.answer import Answer

from .card import Card


def as_text(card: Card, address: str) -> str:
    """The card line by line; ``address`` is where the reader finds the page."""
    return "\n".join(map(_plain, _lines(card, address)))


def _lines(card: Card, address: str) -> Iterator[object]:
    yield card.name
    yield card.department
    if card.warning:
        yield card.warning
    for answer in card.answers:
        yield ""
        yield from _of_answer(answer)
    if card.forms:
        yield ""
        yield _("Forms")
        yield from (f"- {form.name.plain}" for form in card.forms)
    yield ""
    yield address


def _of_answer(answer: Answer) -> Iterator[object]:
    lines: Iterable[object] = answer.lines
    if len(answer.lines) == 1:
        yield f"{answer.title}: {answer.lines[0]}"
    else:
        yield answer.title
        yield from (f"{number}. {line}" for number, line in enumerate(lines, 1))
    yield from (f"({note})" for note in answer.notes)


def _plain(line: object) -> str:
    return html.unescape(strip_tags(str(line)))
