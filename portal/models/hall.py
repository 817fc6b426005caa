"""Facts about the hall itself, edited under Settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from translations.panels import both


@register_setting(icon="home")
class HallSettings(BaseGenericSetting):
    """Name, hotline and address of the hall; whether what it shows is a demonstration."""

    name = models.CharField(_("name of the hall"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    hotline = models.CharField(_("hotline"), max_length=50, default="12345")
    demonstration = models.BooleanField(
        _("this is a demonstration"), default=False, help_text=_("Every page then says that its content is no advice.")
    )

    panels = [*both("name", "address"), FieldPanel("hotline"), FieldPanel("demonstration")]

    class Meta:
        verbose_name = _("The hall")
