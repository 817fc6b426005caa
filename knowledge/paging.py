"""One page of a long list, as the pager shows it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as ListPage

from translations.reading import Reading


@dataclass(frozen=True)
class Paged:
    """Something shown page by page; ``page`` knows its number and the whole."""

    page: ListPage[Any]

    @property
    def count(self) -> int:
        """How many entries the whole list has."""
        return self.page.paginator.count

    @property
    def page_numbers(self) -> list[int | str]:
        """``[1, 2, 3, "…", 12]``."""
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1))


@dataclass(frozen=True)
class Listing(Paged):
    """One page of a list of objects, as readings in the reader's language."""

    items: list[Reading]
