"""Links of a list of results: the same query string with something else chosen, from the first page. Pure."""

from collections.abc import Iterable

from django.http import QueryDict

PAGE = "page"


def with_values(query: QueryDict, name: str, values: Iterable[str]) -> str:
    """The query string in which a parameter has these values; with none of them it is not there."""
    changed = query.copy()
    changed.setlist(name, list(values))
    changed.pop(PAGE, None)
    return changed.urlencode()
