"""Pages that were found, read again from the database: nothing is shown that is not public at this moment."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from wagtail.models import Page

from knowledge.models import OfDepartment, with_departments

from .documents import PageIndex


def for_readers(wanted: Iterable[tuple[type[Page], int]]) -> list[tuple[PageIndex, Any]]:
    """The public pages of these models and keys, each with the index of its kind and what its hit shows: a query or two
    a kind, and one for the departments of all.
    """
    by_model: dict[type[Page], list[int]] = defaultdict(list)
    for model, key in wanted:
        by_model[model].append(key)
    unified = connections[DEFAULT_ALIAS].get_unified_index()
    indexes = ((unified.get_index(model), keys) for model, keys in by_model.items())
    found = [
        (index, page)
        for index, keys in indexes
        for page in index.for_readers(index.index_queryset().filter(pk__in=keys))
    ]
    with_departments(page for _index, page in found if isinstance(page, OfDepartment))
    return found
