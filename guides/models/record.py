"""The public record: what each publication changed, the item as it stood, what is withdrawn, the published lists."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from guides.codes import ChangeKind, PartKind, WithdrawalKind
from knowledge.models import District

from .identity import CODE_LENGTH
from .page import GuidePage

NAME_LENGTH = 60  # of a field or relation


class Change(models.Model):
    """One publication of an item, or the end of one, as anybody may look it up for ever.

    It outlives the page: the keys of page and department stay when these are deleted, and names and codes are those of
    the day. ``address`` is the page's ``url_path`` of the day.
    """

    page = models.ForeignKey(Page, models.DO_NOTHING, db_constraint=False, related_name="+", verbose_name=_("page"))
    department = models.ForeignKey(Page, models.DO_NOTHING, db_constraint=False, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=ChangeKind.choices)
    at = models.DateTimeField(_("at"), default=timezone.now)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=1000)
    department_name = models.CharField(_("department"), max_length=1000)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, blank=True, db_index=True)
    sub_code = models.CharField(_("sub-item code"), max_length=CODE_LENGTH, blank=True, db_index=True)
    address = models.CharField(max_length=1000, db_index=True)
    reason = models.TextField(pgettext_lazy("of a change", "reason"), blank=True)
    listed = models.JSONField(default=dict)  # guides.record.catalogue.entry_of; empty where the item is not offered
    hidden = models.BooleanField(default=False)  # it was behind a login when it was deleted
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("change of an item")
        verbose_name_plural = _("changes of items")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["hidden", "-at", "-id"], name="changes_by_day"),
            models.Index(fields=["page", "-at"], name="changes_of_an_item"),
            models.Index(fields=["department", "hidden", "-at"], name="changes_of_a_department"),
            models.Index(fields=["kind", "hidden", "-at"], name="changes_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.name_zh_hans}: {self.kind}"  # type: ignore[attr-defined]


class ChangedPart(models.Model):
    """One part that differs: named by codes, so that every language can show it. ``guides.record.difference``."""

    change = models.ForeignKey(Change, models.CASCADE, related_name="parts")
    kind = models.CharField(_("kind"), max_length=10, choices=PartKind.choices)
    relation = models.CharField(max_length=NAME_LENGTH, blank=True)  # "materials"; empty for the item itself
    field = models.CharField(_("field"), max_length=NAME_LENGTH, blank=True)  # "promised_days"; empty for whole rows
    place = models.PositiveSmallIntegerField(null=True)  # of the row: after the change, of a removed one before it
    row = models.JSONField(default=dict)  # what the row is called, by language
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return ".".join(filter(None, [self.relation, self.field])) + f" {self.kind}"


class Snapshot(models.Model):
    """The whole item as it was published: kept here, because revisions are purged and go with their page."""

    change = models.OneToOneField(Change, models.CASCADE, related_name="snapshot", primary_key=True)
    content = models.BinaryField()  # guides.record.packing

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.change_id}"


class Withdrawal(models.Model):
    """An item that is no longer offered here: why, since when, and where to go instead."""

    guide = models.OneToOneField(GuidePage, models.CASCADE, related_name="withdrawal", verbose_name=_("service guide"))
    kind = models.CharField(_("kind"), max_length=20, choices=WithdrawalKind.choices)
    since = models.DateField(_("since"), default=timezone.localdate)
    reason = models.TextField(
        pgettext_lazy("of a change", "reason"),
        help_text=_("The decision that it rests on, such as 国发〔2026〕8号. Readers see it."),
    )
    successor = models.ForeignKey(
        GuidePage, models.SET_NULL, null=True, blank=True, related_name="replaces", verbose_name=_("successor")
    )
    district = models.ForeignKey(
        District, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("district or township")
    )
    body = models.CharField(
        _("body that is now responsible"),
        max_length=300,
        blank=True,
        help_text=_("For example 各乡镇（街道）便民服务中心."),
    )
    note = models.TextField(_("what readers should know"), blank=True)

    class Meta:
        verbose_name = _("withdrawal of an item")
        verbose_name_plural = _("withdrawals of items")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.guide_id}: {self.kind}"


class PublishedList(models.Model):
    """The list of items (事项清单) of a department, or of the hall, as it was published on a day. It never changes."""

    department = models.ForeignKey(
        Page, models.DO_NOTHING, null=True, blank=True, db_constraint=False, related_name="+"
    )  # none: the hall
    department_name = models.CharField(_("department"), max_length=1000, blank=True)
    period = models.CharField(_("period"), max_length=20)  # "2026-Q2"; "2026-05-03" for one made by hand
    day = models.DateField(_("as of"))
    made_at = models.DateTimeField(_("published"), default=timezone.now)
    rows = models.JSONField(default=list)  # guides.record.catalogue.entry_of
    count = models.PositiveIntegerField(_("number of items"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("published list of items")
        verbose_name_plural = _("published lists of items")
        ordering = ["-day", "pk"]  # that of the hall is made first
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["period", "department"], name="one_list_of_a_department_in_a_period"),
            models.UniqueConstraint(
                fields=["period"], condition=models.Q(department=None), name="one_list_of_the_hall_in_a_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.department_name_zh_hans}".strip()  # type: ignore[attr-defined]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ``TypeError`` for one that is stored already: what was published stays."""
        if self.pk is not None:
            raise TypeError("A published list does not change.")
        super().save(*args, **kwargs)
