"""How it goes: steps (H) and special procedures (I)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from guides.codes import LimitUnit, SpecialProcedureKind
from translations.models import TranslatedOrderable


class Step(TranslatedOrderable):
    """One step of the flow, in order."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="steps")
    name = models.CharField(_("step"), max_length=300)
    actor = models.CharField(_("who"), max_length=300, blank=True)
    time_limit = models.CharField(_("how long"), max_length=200, blank=True)
    standard = models.TextField(_("what is checked"), blank=True)
    result = models.TextField(_("result of the step"), blank=True)
    parallel_with_previous = models.BooleanField(
        _("runs beside the step before it"), default=False, help_text=_("并联: both steps go on at the same time.")
    )

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("step")


class SpecialProcedure(TranslatedOrderable):
    """Time that the limit does not count: hearing, inspection, expert review (行政许可法 45)."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="special_procedures")
    kind = models.CharField(_("kind"), max_length=20, choices=SpecialProcedureKind.choices)
    name = models.CharField(_("name"), max_length=300, blank=True)
    days = models.PositiveIntegerField(_("how long"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=20, choices=LimitUnit.choices, default=LimitUnit.WORKING_DAY)
    basis = models.TextField(_("basis"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("special procedure")
