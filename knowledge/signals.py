"""What follows from a department's appearance."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.signals import page_published

from .models import DepartmentPage
from .review.preparing import prepare_department
from .review.workflows import ensure_workflow


def give_staff(sender: type[DepartmentPage], instance: DepartmentPage, created: bool, **kwargs: Any) -> None:
    """Every new department has a group of editors and a workflow: an administrator only adds people to the group."""
    if created and not kwargs.get("raw"):
        prepare_department(instance)


def keep_steps(sender: type[DepartmentPage], instance: DepartmentPage, **kwargs: Any) -> None:
    """A legal check that was switched on or off changes the workflow."""
    ensure_workflow(instance)


def connect() -> None:
    post_save.connect(give_staff, sender=DepartmentPage, dispatch_uid="knowledge.give_staff")
    page_published.connect(keep_steps, sender=DepartmentPage, dispatch_uid="knowledge.keep_steps")
