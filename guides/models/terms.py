"""On what terms: time limits, limits of number, fees, rights and duties (docs/data-model, table B)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.codes import LimitUnit

MAX_DAYS = 3650


class TimeLimits(models.Model):
    """How long the law allows, and how long the hall promises. ``None`` days: no limit is set."""

    statutory_days = models.PositiveIntegerField(
        _("statutory time limit"),
        null=True,
        blank=True,
        help_text=_("行政许可法 42: twenty working days unless a law says otherwise; forty-five when handled jointly."),
    )
    statutory_unit = models.CharField(
        _("unit of the statutory limit"), max_length=20, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY
    )
    statutory_note = models.TextField(_("note on the statutory limit"), blank=True)
    promised_days = models.PositiveIntegerField(
        _("promised time limit"),
        null=True,
        blank=True,
        help_text=_("0 means on the spot. It may not be longer than the statutory limit."),
    )
    promised_unit = models.CharField(
        _("unit of the promised limit"), max_length=20, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY
    )
    promised_note = models.TextField(_("note on the promised limit"), blank=True)

    class Meta:
        abstract = True


class Terms(models.Model):
    """Limits of number, prohibitions, fees, rights and duties."""

    quantity_limit = models.TextField(
        _("limit of number"), blank=True, help_text=_("行政许可法 30 asks for it. Say so when there is none.")
    )
    prohibitions = models.TextField(_("prohibitions"), blank=True)
    charges_fee = models.BooleanField(_("charges a fee"), default=False)
    fee_note = models.TextField(
        _("note on fees"),
        blank=True,
        help_text=_("行政许可法 58: a licence is free unless a law or regulation sets a fee."),
    )
    rights = models.TextField(_("the applicant's rights"), blank=True)
    duties = models.TextField(_("the applicant's duties"), blank=True)
    tracking = models.TextField(_("how to follow the case"), blank=True)

    class Meta:
        abstract = True
