"""The rows of an item: a card asks for fourteen relations of one page at once."""

from functools import cache
from typing import Any

from guides.models import GuidePage
from knowledge.prepared import Prepared


def rows_of(page: GuidePage, relation: str) -> list[Any]:
    """From the database, or, of a draft, those that it carries with it."""
    drafted: dict[str, Any] = getattr(page, "_cluster_related_objects", None) or {}  # modelcluster's
    if page.pk is None or relation in drafted:
        return list(getattr(page, relation).all())
    rows = _saved(relation)(page.pk)
    for row in rows:
        if hasattr(type(row), "page"):  # topics belong to many
            row.page = page
    return rows


@cache
def _saved(relation: str) -> Prepared:
    return Prepared(lambda key: getattr(GuidePage(pk=key), relation).all())
