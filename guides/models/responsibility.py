"""Who answers for an item, and until when somebody stands by its words (docs/data-model, table B)."""

from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guides.rules.certification import Standing, latest_review, review_due, standing
from knowledge.models import DepartmentPage

POST_LENGTH = 200
CERTIFICATION = ("certified_on", "certified_by_post", "review_by")


class Responsibility(models.Model):
    """The post in charge, the last certification, and why the text was changed.

    A certification is of what readers have, not part of a version: no version changes it.
    """

    responsible_post = models.CharField(
        _("responsible post"),
        max_length=POST_LENGTH,
        blank=True,
        help_text=_("The post that answers for this item, not the name of a person: 户政科科长. Readers see it."),
    )
    certified_on = models.DateField(_("certified as correct on"), null=True, blank=True)
    certified_by_post = models.CharField(_("certified by the post"), max_length=POST_LENGTH, blank=True)
    review_by = models.DateField(_("to be reviewed by"), null=True, blank=True)
    change_reason = models.CharField(
        _("reason for this change"),
        max_length=200,
        blank=True,
        help_text=_(
            "Why the item is changed: a new rule, a shorter limit, a mistake. It is kept in the history and made "
            "public with the change. Not asked for when only slips of the pen are put right."
        ),
    )

    class Meta:
        abstract = True

    def with_content_json(self, content: dict[str, Any]) -> Self:
        version: Self = super().with_content_json(content)  # type: ignore[misc]
        for name in CERTIFICATION:
            setattr(version, name, getattr(self, name))
        return version

    def get_latest_revision_as_object(self) -> Any:
        latest = super().get_latest_revision_as_object()  # type: ignore[misc]
        if not self.has_unpublished_changes:  # type: ignore[attr-defined]
            latest.change_reason = ""  # it spoke of the change that was published
        return latest

    def clean(self) -> None:
        super().clean()
        if self.certified_on and self.review_by and self.review_by > latest_review(self.certified_on):
            raise ValidationError(_("An item is reviewed again within a year of being certified."))

    @property
    def review_due(self) -> date | None:
        """By when it is to be looked at again."""
        return review_due(self.certified_on, self.review_by)

    @property
    def standing(self) -> Standing:
        """How it stands today."""
        return standing(self.certified_on, self.review_by, timezone.localdate())


class CertificationReminder(models.Model):
    """In this week (its Monday) the editors of a department were told what is overdue."""

    department = models.ForeignKey(DepartmentPage, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["department", "week"], name="one_reminder_a_week")]

    def __str__(self) -> str:
        return f"{self.department_id} {self.week}"
