"""What the figures of the overview were, from week to week."""

from django.db import models

from .departments import DepartmentPage

KEY_LENGTH = 60


class FigureWeek(models.Model):
    """A figure of a department, or of what belongs to none, as it stood last in a week. ``week`` is its Monday."""

    week = models.DateField(db_index=True)
    figure = models.CharField(max_length=KEY_LENGTH)
    department = models.ForeignKey(DepartmentPage, null=True, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["week", "figure", "pk"]

    def __str__(self) -> str:
        return f"{self.week} {self.figure}: {self.number}"
