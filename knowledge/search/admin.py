"""Wagtail's own search (admin explorer, choosers) with our segmentation, so that it finds Chinese words.

``WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "knowledge.search.admin"}}``
"""

from typing import Any, ClassVar

from wagtail.search import index
from wagtail.search.backends import database

from .segmentation import index_text, query_text


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 -- the name Wagtail imports
    """The database's search backend, with queries segmented before they reach it."""
    backend = database.SearchBackend(params)  # SQLite FTS5 or PostgreSQL, by the database in use

    class Segmented(type(backend)):  # type: ignore[misc]
        def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            return super().search(_segmented(query), *args, **kwargs)

        def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            return super().autocomplete(_segmented(query), *args, **kwargs)

    backend.__class__ = Segmented
    return backend


def _segmented(query: Any) -> Any:
    return query_text(query) if isinstance(query, str) else query


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
