"""Where to go and whom to ask: windows (J), enquiries, complaints, remedies, frequent questions (B)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from guides.codes import ContactKind, RemedyKind
from knowledge.models import ServicePoint
from translations.models import TranslatedOrderable


class Window(TranslatedOrderable):
    """A counter. What it leaves empty is that of its service point."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="windows")
    place = models.ForeignKey(
        ServicePoint,
        verbose_name=_("service point"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="windows",
    )
    hall = models.CharField(_("hall"), max_length=300, blank=True)
    floor = models.CharField(_("floor"), max_length=100, blank=True)
    counter = models.CharField(_("counter"), max_length=300, blank=True)
    address = models.TextField(_("address"), blank=True)
    hours = models.TextField(_("opening hours"), blank=True)
    phone = models.CharField(_("telephone"), max_length=200, blank=True)
    transport = models.TextField(_("how to get there"), blank=True)

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("window")


class ContactRow(TranslatedOrderable):
    """A way to reach somebody."""

    kind = models.CharField(_("kind"), max_length=20, choices=ContactKind.choices, default=ContactKind.PHONE)
    value = models.CharField(_("number or address"), max_length=500)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta(TranslatedOrderable.Meta):
        abstract = True


class Enquiry(ContactRow):
    """Whom to ask."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="enquiries")

    class Meta(ContactRow.Meta):
        verbose_name = _("enquiry")


class Complaint(ContactRow):
    """Where to complain; never the number that gives information."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="complaints")

    class Meta(ContactRow.Meta):
        verbose_name = _("complaint")


class Remedy(TranslatedOrderable):
    """Reconsideration or litigation: where, and how to reach it."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="remedies")
    kind = models.CharField(_("kind"), max_length=20, choices=RemedyKind.choices)
    body = models.CharField(_("body"), max_length=300)
    address = models.CharField(_("address"), max_length=500, blank=True)
    phone = models.CharField(_("telephone"), max_length=100, blank=True)
    url = models.URLField(_("website"), blank=True)

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("remedy")


class Faq(TranslatedOrderable):
    """A question people ask about this item, and its answer."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="faqs")
    question = models.CharField(_("question"), max_length=1000)
    answer = models.TextField(_("answer"))

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("frequent question")
