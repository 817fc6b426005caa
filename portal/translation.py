from modeltranslation.translator import register

from translations.options import PageOptions, RowOptions

from .models import HallSettings, HomePage


@register(HomePage)
class HomePageOptions(PageOptions):
    fields = ("lead", "intro")


@register(HallSettings)
class HallSettingsOptions(RowOptions):
    fields = ("name", "address")
    required_languages = ()
