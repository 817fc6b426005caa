"""What follows from a department's appearance."""

from typing import Any

from django.db.models.signals import post_save

from .models import DepartmentPage
from .staff import editors_of


def give_editors(sender: type[DepartmentPage], instance: DepartmentPage, created: bool, **kwargs: Any) -> None:
    """Every new department has a group of editors, so that an administrator only adds people to it."""
    if created and not kwargs.get("raw"):
        editors_of(instance)


def connect() -> None:
    post_save.connect(give_editors, sender=DepartmentPage, dispatch_uid="knowledge.give_editors")
