"""Wagtail's own search (admin explorer, choosers) with our segmentation, so that it finds Chinese words.

``WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "knowledge.search.admin"}}``
"""

from typing import Any, ClassVar

from wagtail.search import index
from wagtail.search.backends import database
from wagtail.search.query import And, Boost, Not, Or, Phrase, PlainText

from .segmentation import index_text, query_text


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 -- the name Wagtail imports
    """The database's search backend, with queries segmented before they reach it."""
    backend = database.SearchBackend(params)  # SQLite FTS5 or PostgreSQL, by the database in use

    class Segmented(type(backend)):  # type: ignore[misc]
        def search(self, query: Any, *args: Any, operator: str | None = None, **kwargs: Any) -> Any:
            return super().search(segmented(query, operator), *args, **kwargs)

        def autocomplete(self, query: Any, *args: Any, operator: str | None = None, **kwargs: Any) -> Any:
            return super().autocomplete(segmented(query, operator), *args, **kwargs)

    backend.__class__ = Segmented
    return backend


def segmented(query: Any, operator: str | None = None) -> Any:
    """The same query that also finds our tokens; what stands in an index as it was written is still found."""
    match query:
        case str():
            return segmented(PlainText(query, operator=operator or PlainText.DEFAULT_OPERATOR))
        case PlainText() | Phrase():
            return _also_by_tokens(query)
        case And() | Or():
            return type(query)([segmented(part) for part in query.subqueries])
        case Not():
            return Not(segmented(query.subquery))
        case Boost():
            return Boost(segmented(query.subquery), query.boost)
        case _:
            return query


def _also_by_tokens(query: Any) -> Any:
    tokens = query_text(query.query_string)
    if not tokens or tokens == query.query_string:
        return query
    operator = getattr(query, "operator", PlainText.DEFAULT_OPERATOR)
    return Or([query, PlainText(tokens, operator=operator)])


class SegmentedMixin:
    """A model whose texts Wagtail's search should find: name them in ``admin_search_texts``."""

    token_fields: ClassVar[list[Any]] = [
        index.SearchField("admin_search_tokens"),
        index.AutocompleteField("admin_search_tokens"),
    ]

    def admin_search_texts(self) -> list[str | None]:
        raise NotImplementedError

    def admin_search_tokens(self) -> str:
        return index_text(*self.admin_search_texts())
