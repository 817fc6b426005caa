"""Groups and workflows of every department, made when they are missing."""

from knowledge import staff
from knowledge.models import DepartmentPage

from .workflows import ensure_workflow

HOME_DEPTH = 2


def prepare_department(department: DepartmentPage) -> None:
    """Who writes and who reviews what it publishes; doing it again changes nothing."""
    staff.editors_of(department)
    ensure_workflow(department)


def prepare_staff() -> int:
    """Every department and the groups that work for all; answers how many departments there are.

    For halls from before there were reviews, and after an update: rights that a group has got since are added.
    """
    departments = list(DepartmentPage.objects.all())
    homes = {department.path[: HOME_DEPTH * department.steplen]: department for department in departments}
    for department in homes.values():
        home = department.get_ancestors().get(depth=HOME_DEPTH)
        staff.reviewers(home)
        staff.translators(home)
    staff.window_clerks()
    staff.legal_reviewers()
    for department in departments:
        prepare_department(department)
    return len(departments)
