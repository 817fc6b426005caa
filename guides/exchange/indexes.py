"""Wagtail's own indexes, kept right after many pages were written at once."""

from collections.abc import Sequence

from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backends

from guides.models import GuidePage


def index_pages(guides: Sequence[GuidePage]) -> None:
    """Search of the admin, and who refers to what. In a transaction of the caller's."""
    if not guides:
        return
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(GuidePage, list(guides))
    index_references(guides)


def index_references(guides: Sequence[GuidePage]) -> None:
    """Which documents, places and districts the items refer to."""
    for guide in guides:
        ReferenceIndex.create_or_update_for_object(guide)
