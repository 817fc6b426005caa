"""Questions that came in (咨询), what was done with them, and what helps to reply."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from knowledge.codes import ConsultationState, Deed

from .answers import AnswerPage
from .counting import count_up
from .departments import DepartmentPage
from .places import District

OPEN = (ConsultationState.RECEIVED, ConsultationState.CHECKING)
QUESTION_LENGTH = 2000
REPLY_LENGTH = 10_000
CODE_LENGTH = 12


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def open(self) -> "ConsultationQuerySet":
        """Those that somebody waits for."""
        return self.filter(state__in=OPEN)

    def overdue(self) -> "ConsultationQuerySet":
        """Those that should have been answered before today."""
        return self.open().filter(due_on__lt=timezone.localdate())


class Consultation(models.Model):
    """A question, and the reply to it. The contact is encrypted; ``version`` goes up with every change by staff."""

    code = models.CharField(_("reference"), max_length=CODE_LENGTH, unique=True)
    nonce = models.CharField(max_length=40, unique=True)  # of the form: one that is sent twice counts once
    question = models.TextField(_("question"), max_length=QUESTION_LENGTH)
    language = models.CharField(_("language"), max_length=10)
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    page = models.ForeignKey(
        Page, verbose_name=_("about"), null=True, blank=True, on_delete=models.SET_NULL, related_name="consultations"
    )
    department = models.ForeignKey(
        DepartmentPage,
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="questions_asked",
    )
    state = models.CharField(
        _("state"), max_length=20, choices=ConsultationState.choices, default=ConsultationState.RECEIVED, db_index=True
    )
    sensitive = models.BooleanField(_("sensitive"), default=False)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now, db_index=True)
    due_on = models.DateField(_("due on"), db_index=True)
    reply = models.TextField(_("reply"), max_length=REPLY_LENGTH, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    contact = models.TextField(_("contact"), blank=True, editable=False)
    solved = models.BooleanField(_("solved"), null=True, blank=True)
    answer = models.ForeignKey(
        AnswerPage, verbose_name=_("answer"), null=True, blank=True, on_delete=models.SET_NULL, related_name="asked_as"
    )
    version = models.PositiveIntegerField(default=0)

    objects = ConsultationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        default_permissions = ()
        permissions = [("answer_consultations", _("Can answer questions of readers"))]
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        """Does somebody wait for a reply?"""
        return self.state in OPEN


class ConsultationEvent(models.Model):
    """Who did what with it, when and why. Without a ``user`` it was the asker, or the hall itself."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    deed = models.CharField(max_length=20, choices=Deed.choices)
    note = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.consultation_id}: {self.deed}"


class ReplyTemplate(models.Model):
    """Words for replies that are written again and again, of one department or of all."""

    title = models.CharField(_("title"), max_length=100)
    department = models.ForeignKey(
        DepartmentPage,
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: for all departments."),
    )
    text = models.TextField(
        _("text"), help_text=_("{reference}, {item} and {phone} are replaced by those of the question.")
    )

    class Meta:
        verbose_name = _("reply template")
        verbose_name_plural = _("reply templates")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class DeflectionQuerySet(models.QuerySet["Deflection"]):
    def count_up(self, language: str) -> None:
        """One more reader needed to ask nobody."""
        count_up(self.model, day=timezone.localdate(), language=language)


class Deflection(models.Model):
    """How many readers were answered before they sent their question, by day. The question is not kept."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    times = models.PositiveIntegerField(_("times"), default=1)

    objects: Any = DeflectionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["day", "language"], name="one_deflection_row_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.language} ×{self.times}"
