"""Pages that a department owns: those right below its own."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.utils.functional import cached_property
from wagtail.models import Page

from .departments import DepartmentPage

STEP = Page.steplen  # characters that a page's path has more than its parent's


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
    """The pages, each knowing its department: one query for all."""
    found = list(pages)
    paths = {page.path[:-STEP] for page in found}
    departments = {page.path: page for page in DepartmentPage.objects.filter(path__in=paths)} if paths else {}
    for page in found:
        if department := departments.get(page.path[:-STEP]):
            page.department = department
    return found
