"""What the hall does not answer yet: subjects, with the signs of them, and what was done about each."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from knowledge.codes import GapState, Remedy, Sign

from .departments import DepartmentPage

TITLE_LENGTH = 200


class Gap(models.Model):
    """A subject about which something is missing. ``people`` is how many it concerned in the last weeks."""

    title = models.CharField(_("subject"), max_length=TITLE_LENGTH)
    keywords = models.CharField(_("keywords"), max_length=200, blank=True)
    department = models.ForeignKey(
        DepartmentPage, verbose_name=_("department"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    people = models.PositiveIntegerField(_("people"), default=0, db_index=True)
    state = models.CharField(_("state"), max_length=20, choices=GapState.choices, default=GapState.OPEN, db_index=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who works on it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    remedy = models.CharField(_("what was done"), max_length=20, choices=Remedy.choices, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    opened_on = models.DateField(default=timezone.localdate)
    closed_on = models.DateField(null=True, blank=True)
    people_before = models.PositiveIntegerField(default=0)  # in the weeks before it was closed

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gap")
        verbose_name_plural = _("gaps")
        default_permissions = ()
        permissions = [("work_on_gaps", _("Can work on what is missing"))]
        ordering = ["-people", "pk"]

    def __str__(self) -> str:
        return self.title


class GapSign(models.Model):
    """One sign of a gap: a search, a question, a vote, a date. ``text`` is what was asked, or what a page is called."""

    gap = models.ForeignKey(Gap, on_delete=models.CASCADE, related_name="signs")
    kind = models.CharField(max_length=20, choices=Sign.choices)
    text = models.CharField(max_length=TITLE_LENGTH)
    language = models.CharField(max_length=10, blank=True)
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    people = models.PositiveIntegerField(default=1)

    objects: Any = models.Manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "text", "language"], name="one_gap_a_sign"),
        ]
        ordering = ["-people", "pk"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"
