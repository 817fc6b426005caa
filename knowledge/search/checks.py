"""What somebody who keeps a hall running should know at start-up."""

from typing import Any

from django.core.checks import CheckMessage, Info
from haystack import connections
from haystack.constants import DEFAULT_ALIAS

from .status import MOST_FOR_WHOOSH, engine_name, indexed_documents

MANY_DOCUMENTS = "knowledge.I001"


def advise_a_faster_engine(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Above some thousand pages the default engine still answers, but slower than people like.

    Reads the index alone: checks run before there is a database.
    """
    if engine_name() != "whoosh":
        return []
    count = indexed_documents(connections[DEFAULT_ALIAS].get_backend())
    if count <= MOST_FOR_WHOOSH:
        return []
    return [
        Info(
            f"The search index holds {count} pages; the engine whoosh is made for up to {MOST_FOR_WHOOSH}.",
            hint="SEARCH_URL=tantivy:///path/of/an/index answers ten times faster. The index is built anew by itself.",
            id=MANY_DOCUMENTS,
        )
    ]
