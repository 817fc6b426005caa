"""A card as plain text: to be sent, read out or printed anywhere."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from knowledge.answers.plain import plain, plain_answer

from .card import Card


def as_text(card: Card, address: str) -> str:
    """The card line by line; ``address`` is where the reader finds the page."""
    return "\n".join(map(plain, _lines(card, address)))


def _lines(card: Card, address: str) -> Iterator[object]:
    yield card.name
    yield card.department
    if card.warning:
        yield card.warning
    for answer in card.answers:
        yield ""
        yield from plain_answer(answer)
    if card.forms:
        yield ""
        yield _("Forms")
        yield from (f"- {form.name.plain}" for form in card.forms)
    yield ""
    yield address
