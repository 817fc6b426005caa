"""Where a text is in a version of a page, by its address: ``name``, ``materials.7.name``, ``materials.new-2.name``."""

from dataclasses import dataclass
from typing import Any

from modelcluster.models import get_all_child_relations

from translations.freshness.units import row_key
from translations.languages import column, default_language, translated_fields
from translations.reading import REVIEW_MARK


@dataclass(frozen=True)
class Spot:
    """A translated field of a page or of a row of it; ``rows`` are all of the relation, none for the page itself."""

    owner: Any
    field: str
    relation: str = ""
    rows: tuple[Any, ...] = ()

    def text(self, language: str) -> str:
        return getattr(self.owner, column(self.field, language)) or ""

    @property
    def source(self) -> str:
        return self.text(default_language())

    def write(self, page: Any, language: str, text: str) -> None:
        """Put a translation into this version of its page; nothing is stored yet."""
        setattr(self.owner, column(self.field, language), text)
        if self.relation:  # rows that come from the database are other objects each time they are asked for
            setattr(page, self.relation, list(self.rows))


def find(page: Any, address: str) -> Spot | None:
    """The text at this address, if it is there."""
    relation, _dot, rest = address.partition(".")
    if not rest:
        return _spot(page, relation)
    if relation not in {known.get_accessor_name() for known in get_all_child_relations(type(page))}:
        return None
    key, _dot, field = rest.partition(".")
    rows = tuple(getattr(page, relation).all())
    owner = next((row for index, row in enumerate(rows) if row_key(row.pk, index) == key), None)
    return _spot(owner, field, relation, rows) if owner else None


def _spot(owner: Any, field: str, relation: str = "", rows: tuple[Any, ...] = ()) -> Spot | None:
    texts = [name for name in translated_fields(type(owner)) if name != REVIEW_MARK]
    return Spot(owner, field, relation, rows) if field in texts else None
