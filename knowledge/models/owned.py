"""Pages that a department owns: those right below its own."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.utils.functional import cached_property
from wagtail.models import Page, PagePermissionTester, Revision

from translations.reading import read_columns

from .departments import DepartmentPage

STEP = Page.steplen  # characters that a page's path has more than its parent's
SHOWN = ("name", "short_name", "slug", "credit_code")  # of a department, where its pages are listed


class OwnedPermissions(PagePermissionTester):
    """What somebody may do with a page of a department: who only edits it takes nothing away and moves nothing."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        in_charge = self.user.is_superuser or {"add", "publish"} & self.permissions
        return bool(in_charge and super().can_delete(ignore_bulk))


class OfDepartment:
    """A mixin for pages below a department's."""

    path: str

    @cached_property
    def department(self) -> DepartmentPage:
        """The page above. Lists fill it in for many pages at once."""
        department: DepartmentPage = DepartmentPage.objects.get(path=self.path[:-STEP])
        return department

    def permissions_for_user(self, user: Any) -> OwnedPermissions:
        return OwnedPermissions(user, self)

    def publish(self, revision: Revision, user: Any = None, **options: Any) -> None:
        """As Wagtail does it, but nobody publishes what they wrote: raises ``OwnTextError``.

        ``skip_permission_checks`` is for who has asked before (the end of a workflow), or puts back what was public.
        """
        from knowledge.review.authors import insist  # noqa: PLC0415 -- it reads the content of pages

        if not options.get("skip_permission_checks"):
            insist(user, revision)
        super().publish(revision, user=user, **options)  # type: ignore[misc]


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
