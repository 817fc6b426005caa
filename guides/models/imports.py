"""What imports did: every run, what became of each page, and what a list says beyond the columns of an item."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from guides.codes import ImportProfile, ImportState

from .page import GuidePage


class ImportRun(models.Model):
    """One import of one file, from the check to its undoing."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, blank=True, on_delete=models.SET_NULL
    )
    profile = models.CharField(_("kind of list"), max_length=20, choices=ImportProfile.choices)
    file_name = models.CharField(_("file"), max_length=255)
    upload = models.CharField(max_length=100, blank=True, editable=False)  # in the state directory, until applied
    publish = models.BooleanField(_("publish the items"), default=False)
    state = models.CharField(_("state"), max_length=20, choices=ImportState.choices, default=ImportState.CHECKING)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)
    done = models.PositiveIntegerField(_("items done"), default=0)
    total = models.PositiveIntegerField(_("items in the file"), default=0)
    counts = models.JSONField(_("results"), default=dict)  # outcome -> items
    report = models.JSONField(default=dict)  # guides.exchange.summary
    message = models.TextField(_("message"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]
        default_permissions = ()
        permissions = [("import_guides", _("Can import and export service guides"))]

    def __str__(self) -> str:
        return f"{self.file_name} ({timezone.localtime(self.started_at):%Y-%m-%d %H:%M})"

    @property
    def is_busy(self) -> bool:
        """Is a task or command to work on it, or working on it?"""
        return self.state in ImportState.busy()

    @property
    def may_be_undone(self) -> bool:
        """Is there something to take back?"""
        return self.state in (ImportState.APPLIED, ImportState.INTERRUPTED)

    def move_to(self, state: ImportState, **values: Any) -> None:
        """Note a new state, and whatever came with it."""
        self.state = state
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=["state", "changed_at", *values])


class ImportedItem(models.Model):
    """A page that an import made or changed, with all that undoing needs."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    code = models.CharField(_("code"), max_length=80, db_index=True)
    created = models.BooleanField(_("created"), default=False)
    was_live = models.BooleanField(default=False)  # before the import
    was_public = models.BooleanField(default=False)  # before the import: was the newest state the public one?
    undone = models.BooleanField(default=False)
    revision_before = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    revision_after = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class ImportedSource(models.Model):
    """What a list says about an item and the item has no column for. Nothing of a list is dropped silently."""

    guide = models.ForeignKey(GuidePage, on_delete=models.CASCADE, related_name="sources")
    profile = models.CharField(_("kind of list"), max_length=20, choices=ImportProfile.choices)
    run = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="+")
    data = models.JSONField(default=dict)  # field of the list -> its value

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["guide", "profile"], name="one_source_record_per_list")]

    def __str__(self) -> str:
        return f"{self.profile}: {self.guide_id}"
