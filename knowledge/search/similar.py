"""Pages that are called alike. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .expressions import AnyOf, Expression, Term

MOST_TOKENS = 60  # of one field


def similar(document: Mapping[str, Any], fields: Mapping[str, Any]) -> Expression:
    """What finds documents with the same words in the fields that hold names; rare words weigh most by themselves."""
    return AnyOf(tuple(_terms(document, (name for name, field in fields.items() if getattr(field, "names", False)))))


def _terms(document: Mapping[str, Any], fields: Iterable[str]) -> Iterator[Expression]:
    for field in fields:
        for token in list(dict.fromkeys(str(document.get(field) or "").split()))[:MOST_TOKENS]:
            yield Term(field, token)
