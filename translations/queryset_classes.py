"""One class of querysets for each: modeltranslation makes a new one whenever a manager is asked for one.

A class takes longer to make than a query to build, and what is made for one query is garbage that only the slow
collection of cycles finds: it was a twentieth of a page of search results.
"""

from functools import cache

from modeltranslation import manager


def make_each_class_once() -> None:
    """Remember what ``multilingual_queryset_factory`` made."""
    manager.multilingual_queryset_factory = cache(manager.multilingual_queryset_factory)  # type: ignore[assignment]
