"""Which item it is: names, codes, kind, and who holds the power (docs/data-model, tables A and B)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.codes import Audience, HandlingType, ItemStatus, ItemType, Level, PowerSource, ReviewType
from guides.fields import CodeListField
from knowledge.models import District

CODE_LENGTH = 80  # Sichuan's codes have 70 characters; all codes are opaque strings


class Identity(models.Model):
    """Names and codes."""

    short_name = models.CharField(_("short name"), max_length=200, blank=True)
    everyday_names = models.TextField(
        _("everyday names"),
        blank=True,
        help_text=_("What people call it, one name a line (日常用语). Search finds the item by these words first."),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One or two sentences: who needs this, and what they get.")
    )
    task_code = models.CharField(
        _("implementation code"),
        max_length=CODE_LENGTH,
        blank=True,
        db_index=True,
        help_text=_(
            "实施编码 of the official list. The item's short address /i/…/ is made of it, so it must not change."
        ),
    )
    catalog_code = models.CharField(_("catalogue code"), max_length=CODE_LENGTH, blank=True, help_text=_("基本编码"))
    handle_item_code = models.CharField(
        _("sub-item code"), max_length=CODE_LENGTH, blank=True, help_text=_("业务办理项编码")
    )
    local_catalog_code = models.CharField(_("local catalogue code"), max_length=CODE_LENGTH, blank=True)
    local_task_code = models.CharField(_("local implementation code"), max_length=CODE_LENGTH, blank=True)
    item_type = models.CharField(_("item type"), max_length=20, choices=ItemType.choices, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=ItemStatus.choices, default=ItemStatus.IN_USE)
    version = models.PositiveIntegerField(_("version"), default=1, help_text=_("事项版本 of the official list"))
    effective_date = models.DateField(_("in force from"), null=True, blank=True)
    end_date = models.DateField(_("in force until"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def everyday_names_list(self) -> list[str]:
        """The Chinese everyday names."""
        return [n.strip() for n in (self.everyday_names_zh_hans or "").splitlines() if n.strip()]  # type: ignore[attr-defined]


class Authority(models.Model):
    """Who may decide, for whom, and how the decision is reached."""

    power_source = models.CharField(_("source of power"), max_length=30, choices=PowerSource.choices, blank=True)
    levels = CodeListField(_("level of exercise"), codes=Level)
    delegating_body = models.CharField(_("delegating body"), max_length=300, blank=True)
    joint_bodies = models.CharField(
        _("joint bodies"), max_length=500, blank=True, help_text=_("联办机构: who else takes part in the handling")
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.PROTECT, related_name="guides"
    )
    audiences = CodeListField(_("who may apply"), codes=Audience)
    handling_type = models.CharField(_("handling type"), max_length=20, choices=HandlingType.choices, blank=True)
    review_type = models.CharField(_("review type"), max_length=20, choices=ReviewType.choices, blank=True)

    class Meta:
        abstract = True
