"""The texts of a page as a translator sees them, one beside the other."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import Media
from django.utils.safestring import SafeString

from translations.freshness.notices import label
from translations.freshness.recording import newest_texts
from translations.freshness.states import OPEN, State
from translations.freshness.units import Unit
from translations.glossary.checking import Misuse, misuses
from translations.glossary.lookup import Glossary, Stretches, terms_of
from translations.models import GlossaryTerm, TranslatedPage, TranslatedText, Wording
from translations.models.texts import digest

from . import memory
from .boxes import box, is_formatted
from .differences import Piece, differences
from .facts import missing_facts
from .reviewing import reviews_of


@dataclass(frozen=True)
class Row:
    """A Chinese text with its translation and all that helps to write it."""

    unit: Unit
    text: TranslatedText
    language: str
    stretches: Stretches
    remembered: str
    wording: Wording | None
    waits: bool

    @property
    def address(self) -> str:
        return self.unit.address

    @property
    def identifier(self) -> str:
        """For ``id`` attributes."""
        return "text-" + self.address.replace(".", "-")

    @property
    def label(self) -> str:
        return label(self.unit.place)

    @property
    def group(self) -> str:
        """The relation that it is a row of; empty for the page itself."""
        return self.address.rpartition(".")[0].partition(".")[0]

    @property
    def heading(self) -> str:
        """Of the rows of this kind; most rows have no plural of their own."""
        return str(self.unit.place.model._meta.verbose_name)

    @property
    def seen(self) -> str:
        """What shows that somebody else changed it meanwhile."""
        return digest(self.unit.source, self.unit.target)

    @property
    def state(self) -> State:
        """What it would be for readers; a new text is not reviewed before somebody has looked it over."""
        is_new = self.waits and self.text.state is State.REVIEWED
        return State.DRAFT if is_new else self.text.state

    @property
    def is_open(self) -> bool:
        """Is there something left to translate?"""
        return bool(self.unit.source) and self.state in OPEN

    @property
    def is_formatted(self) -> bool:
        return is_formatted(self.unit.place.model, self.unit.place.field)

    @cached_property
    def changes(self) -> list[Piece]:
        """How the Chinese has changed since it was translated."""
        if self.state is not State.OUTDATED or not self.text.made_from:
            return []
        return differences(self.text.made_from, self.unit.source)

    @cached_property
    def terms(self) -> list[GlossaryTerm]:
        return terms_of(self.stretches)

    @property
    def missing(self) -> list[str]:
        """Facts of the Chinese that the translation does not state."""
        return missing_facts(self.unit.source, self.unit.target, self.language)

    @cached_property
    def misuses(self) -> list[Misuse]:
        """Terms that the translation renders otherwise than the glossary."""
        return list(misuses(self.unit.target, self.terms))

    @property
    def box(self) -> SafeString:
        """The editor of formatted text."""
        widget: Any = copy(box(self.unit.place.model, self.unit.place.field, self.language).widget)
        widget.options = {**widget.options, "ariaLabelledBy": f"{self.identifier}-label"}
        return SafeString(widget.render("text", self.unit.target, attrs={"id": self.identifier}))


def rows_of(page: TranslatedPage, language: str, address: str = "") -> list[Row]:
    """Every text of the newest version of a page, or the one at an address."""
    texts = [pair for pair in newest_texts(page, language) if address in ("", pair[0].address)]
    glossary = Glossary(language)
    remembered = memory.same((unit.source for unit, text in texts if text.state is not State.REVIEWED), language)
    reviews = reviews_of(page, language)
    return [
        Row(
            unit=unit,
            text=text,
            language=language,
            stretches=glossary.stretches(unit.source),
            remembered=remembered.get(unit.source, ""),
            wording=reviews.wording(unit),
            waits=reviews.waits(unit, text.state),
        )
        for unit, text in texts
    ]


def media_of(rows: Sequence[Row]) -> Media:
    """Scripts and styles of the boxes."""
    kinds = {(row.unit.place.model, row.unit.place.field, row.language) for row in rows if row.is_formatted}
    return sum((box(*kind).widget.media for kind in sorted(kinds, key=str)), Media())
