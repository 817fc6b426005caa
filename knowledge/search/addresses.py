"""Links of a list of results: the same query string with something else chosen, from the first page. Pure."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import QueryDict

PAGE = "page"


def with_values(query: QueryDict, name: str, values: Iterable[str]) -> str:
    """The query string in which a parameter has these values; with none of them it is not there."""
    kept = [(key, value) for key, old in query.lists() if key not in (name, PAGE) for value in old]
    return urlencode([*kept, *((name, value) for value in values)])
