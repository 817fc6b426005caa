"""Where: districts and townships, and the halls and counters in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from knowledge.codes import Level, PlaceKind
from knowledge.search.admin import SegmentedMixin
from translations.languages import texts_in_all


class District(models.Model):
    """An administrative division. ``code`` is that of GB/T 2260, with three more digits for townships."""

    code = models.CharField(_("division code"), max_length=12, unique=True)
    name = models.CharField(_("name"), max_length=100)
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    parent = models.ForeignKey(
        "self", verbose_name=_("belongs to"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["code"]

    def __str__(self) -> str:
        return str(self.name_zh_hans)  # type: ignore[attr-defined]


class ServicePoint(SegmentedMixin, index.Indexed, models.Model):
    """A hall, counter or township convenience centre (便民服务中心) where items are handled."""

    slug = models.SlugField(_("short name for addresses"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind.choices)
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="service_points"
    )
    address = models.CharField(_("address"), max_length=500)
    hours = models.CharField(_("opening hours"), max_length=500, blank=True)
    phone = models.CharField(_("telephone"), max_length=100, blank=True)
    transport = models.TextField(_("how to get there"), blank=True)

    search_fields = [*SegmentedMixin.token_fields, index.FilterField("kind"), index.FilterField("district")]

    class Meta:
        verbose_name = _("service point")
        verbose_name_plural = _("service points")
        ordering = ["district__code", "kind", "slug"]

    def __str__(self) -> str:
        return str(self.name_zh_hans)

    def admin_search_texts(self) -> list[str | None]:
        return texts_in_all(self, "name", "address")
