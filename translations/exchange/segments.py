"""Texts on their way out of the hall and back: what a file says of each of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from translations.freshness.notices import label
from translations.freshness.recording import newest_texts
from translations.freshness.states import OPEN, State
from translations.models import TranslatedPage
from translations.models.texts import digest


@dataclass(frozen=True)
class Segment:
    """A Chinese text with its translation. ``seen`` shows from which state of both the file was made; may be lost."""

    page: int
    address: str
    source: str
    target: str
    seen: str = ""
    title: str = ""
    label: str = ""
    state: State = State.MISSING


def segments_of(page: TranslatedPage, language: str, only_open: bool = False) -> Iterator[Segment]:
    """The Chinese texts of the newest version of a page; ``only_open`` are those missing or outdated."""
    for unit, text in newest_texts(page, language):
        if not unit.source or (only_open and text.state not in OPEN):
            continue
        yield Segment(
            page=page.pk,
            address=unit.address,
            source=unit.source,
            target=unit.target,
            seen=digest(unit.source, unit.target),
            title=page.title,
            label=label(unit.place),
            state=text.state,
        )


def key_in(text: str) -> int:
    """A key that a file holds. Raises ``ValueError``."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise ValueError(_("“%(text)s” is no number of a page.") % {"text": text[:20]})
    return int(text)
