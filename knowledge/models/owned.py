"""Pages that a department owns: those right below its own."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.utils.functional import cached_property
from wagtail.models import Page

from translations.reading import read_columns

from .departments import DepartmentPage

STEP = Page.steplen  # characters that a page's path has more than its parent's
SHOWN = ("name", "short_name", "slug", "credit_code")  # of a department, where its pages are listed


class OfDepartment:
    """A mixin for pages below a department's."""

    path: str

    @cached_property
    def department(self) -> DepartmentPage:
        """The page above. Lists fill it in for many pages at once."""
        department: DepartmentPage = DepartmentPage.objects.get(path=self.path[:-STEP])
        return department


Owned = TypeVar("Owned", bound=Any)


def with_departments(pages: Iterable[Owned]) -> list[Owned]:
    """The pages, each knowing its department and what that is called: one query for all."""
    found = list(pages)
    paths = {page.path[:-STEP] for page in found}
    above = DepartmentPage.objects.filter(path__in=paths).only(*read_columns(DepartmentPage, SHOWN))
    departments = {page.path: page for page in above} if paths else {}
    for page in found:
        if department := departments.get(page.path[:-STEP]):
            page.department = department
    return found
