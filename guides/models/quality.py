"""How good the published items are: a score for each, and what the rules of ``guides.lint`` found."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guides.lint.levels import Level
from guides.lint.rule import said
from guides.lint.running import BY_CODE

from .page import GuidePage


class ItemQuality(models.Model):
    """What was found in a published item when it was last looked at."""

    page = models.OneToOneField(
        GuidePage, on_delete=models.CASCADE, primary_key=True, related_name="quality", verbose_name=_("item")
    )
    score = models.PositiveSmallIntegerField(_("score"), db_index=True, help_text=_("0 to 100"))
    refuse = models.PositiveSmallIntegerField(_("needed before publishing"), default=0)
    warn = models.PositiveSmallIntegerField(_("probably wrong"), default=0)
    advise = models.PositiveSmallIntegerField(_("could be better"), default=0)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("quality of an item")
        verbose_name_plural = _("quality of items")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page}: {self.score}"


class QualityFinding(models.Model):
    """One finding. Its words come from its rule, so that everybody reads them in their language."""

    item = models.ForeignKey(ItemQuality, on_delete=models.CASCADE, related_name="findings")
    rule = models.CharField(_("rule"), max_length=60, db_index=True)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, db_index=True)
    place = models.CharField(max_length=100)  # guides.lint.rule
    values = models.JSONField(default=dict)  # what the words name

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.message

    @property
    def message(self) -> str:
        """In the active language; the code of a rule that there is no more."""
        rule = BY_CODE.get(self.rule)
        return said(rule.message, self.values) if rule else self.rule


class LinkCheck(models.Model):
    """What came of opening an address, the last time that somebody tried."""

    address = models.CharField(max_length=1000, unique=True)
    trouble = models.CharField(max_length=200, blank=True)  # empty: it could be opened
    failures = models.PositiveSmallIntegerField(default=0)  # in a row
    checked_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.address
