"""Pages that cite what the law has changed, until somebody has looked at them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from guides.codes.statutes import FlagKind, FlagState
from guides.statutes.numbering import ArticleNumber
from knowledge.models import DepartmentPage

from .statutes import Statute, StatuteVersion

NOTE_LENGTH = 500


class LegalFlag(models.Model):
    """A page that cites an article (``number`` 0: the statute as a whole) of which something happened.

    ``before`` and ``after`` are the words of the article then and now. Nothing but a person closes it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="legal_flags")
    department = models.ForeignKey(
        DepartmentPage, verbose_name=_("department"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    statute = models.ForeignKey(Statute, on_delete=models.CASCADE, related_name="flags")
    number = models.PositiveSmallIntegerField(default=0)
    insertion = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=20, choices=FlagKind.choices)
    version_before = models.ForeignKey(
        StatuteVersion, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    version_after = models.ForeignKey(
        StatuteVersion, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    event = models.CharField(max_length=80)  # which happening it is about: a second import of it flags nothing anew
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    opened_on = models.DateField(default=timezone.localdate)
    due_on = models.DateField(_("due on"))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who works on it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(
        pgettext_lazy("of a flag", "state"),
        max_length=20,
        choices=FlagState.choices,
        default=FlagState.OPEN,
        db_index=True,
    )
    note = models.CharField(_("note"), max_length=NOTE_LENGTH, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects: Any = models.Manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("legal flag")
        default_permissions = ()
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "statute", "number", "insertion", "kind", "event"], name="legal_flag_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.kind}"

    @property
    def article(self) -> ArticleNumber | None:
        """The cited article; nothing where the statute as a whole is cited."""
        return ArticleNumber(self.number, self.insertion) if self.number else None
