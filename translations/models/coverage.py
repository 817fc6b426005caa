"""How far translations had come on a day."""

from django.db import models

from .texts import LANGUAGE_LENGTH


class CoverageDay(models.Model):
    """Published Chinese texts of a day by the state of their translation into a language."""

    day = models.DateField()
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    missing = models.PositiveIntegerField()
    draft = models.PositiveIntegerField()
    outdated = models.PositiveIntegerField()
    reviewed = models.PositiveIntegerField()

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["day", "language"], name="a_day_is_counted_once_in_a_language")]

    def __str__(self) -> str:
        return f"{self.day} ({self.language})"
