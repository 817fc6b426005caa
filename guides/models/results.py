"""What it costs and what comes of it: fees (E), results, intermediary services (B)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from guides.codes import ResultKind
from translations.models import TranslatedOrderable


class FeeItem(TranslatedOrderable):
    """One fee with its standard, its basis and who pays less."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="fee_items")
    name = models.CharField(_("fee"), max_length=300)
    standard = models.CharField(_("standard"), max_length=500, blank=True, help_text=_("Amount and unit: 20 元/证."))
    basis = models.TextField(_("basis"), blank=True)
    reduction = models.TextField(
        _("reduction"), blank=True, help_text=_("Who pays less or nothing, and on what basis.")
    )
    remark = models.TextField(_("remark"), blank=True)

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("fee")


class Result(TranslatedOrderable):
    """What the applicant receives."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="results")
    name = models.CharField(_("result"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=ResultKind.choices, blank=True)
    delivery = models.CharField(_("how it is delivered"), max_length=300, blank=True)
    electronic = models.BooleanField(_("electronic licence"), default=False)
    validity = models.CharField(_("valid for"), max_length=300, blank=True)
    territory = models.CharField(_("valid in"), max_length=300, blank=True)
    renewal = models.TextField(_("renewal"), blank=True)
    annual_check = models.TextField(_("annual check"), blank=True)
    sample = models.ForeignKey(
        "forms_library.FormDocument",
        verbose_name=_("sample"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="result_sample_for",
    )

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("result")


class IntermediaryService(TranslatedOrderable):
    """A service the applicant must buy first (中介服务), and who offers it."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="intermediary_services")
    name = models.CharField(_("service"), max_length=300)
    basis = models.TextField(_("basis"), blank=True)
    providers = models.TextField(_("who offers it"), blank=True)
    fee = models.TextField(_("fee"), blank=True)

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("intermediary service")
