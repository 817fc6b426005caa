"""What is shown beside the results of a search, and found without the index: it moves no result up or down.

Every app may have a module ``search_beside``, which is imported at start::

    @source
    def statutes(query: str, total: int) -> Beside | None: ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .results import Results


@dataclass(frozen=True)
class Beside:
    """``template`` shows ``content`` as ``beside``; ``leads``: it is just what was asked for, and stands first."""

    template: str
    content: Any
    leads: bool = False


Source = Callable[[str, int], Beside | None]  # the reader's words, how many results there are
_sources: list[Source] = []


def source(find: Source) -> Source:
    """Declare something that may be shown beside results."""
    if find not in _sources:
        _sources.append(find)
    return find


def beside(query: str, found: Results) -> list[Beside]:
    """All that there is for these words; nothing on later pages, and where somebody has narrowed the results down."""
    if not query or not found.is_beginning:
        return []
    return [one for find in _sources if (one := find(query, found.count_by_words))]
