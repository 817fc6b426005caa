"""The kinds of pages that can be found: an app's ``search_indexes.py`` declares them, haystack finds them."""

from typing import TYPE_CHECKING, Any

from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.exceptions import NotHandled

if TYPE_CHECKING:
    from .documents import PageIndex


def kinds(alias: str = DEFAULT_ALIAS) -> "list[PageIndex]":
    """One index for each kind, in the order of the apps."""
    return list(connections[alias].get_unified_index().get_indexes().values())


def kind_of(model: type[Any]) -> "PageIndex | None":
    """The index of pages of a model; nothing for a kind that is not searched."""
    try:
        index: PageIndex = connections[DEFAULT_ALIAS].get_unified_index().get_index(model)
    except NotHandled:
        return None
    return index
