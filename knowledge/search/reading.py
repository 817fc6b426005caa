"""Pages that were found, read again from the database: nothing is shown that is not public at this moment."""

from collections.abc import Collection, Mapping
from typing import Any

from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from wagtail.models import Page

from knowledge.models import OfDepartment, with_departments

from .documents import PageIndex


def for_readers(wanted: Mapping[type[Page], Collection[int]]) -> list[tuple[PageIndex, Any]]:
    """The public pages of these models with these keys, each with the index of its kind and what its hit shows: a query
    or two a kind, and one for the departments of all.
    """
    unified = connections[DEFAULT_ALIAS].get_unified_index()
    indexes = ((unified.get_index(model), keys) for model, keys in wanted.items())
    found = [
        (index, page)
        for index, keys in indexes
        for page in index.for_readers(index.index_queryset().filter(pk__in=keys))
    ]
    with_departments(page for _index, page in found if isinstance(page, OfDepartment))
    return found
