from modeltranslation.translator import register

from translations.options import PageOptions, RowOptions, SharedListOptions

from .models import HallSettings, HomePage, InvestorChapter, InvestorContact, InvestorFigure, InvestorPage, InvestorStep


@register(HomePage)
class HomePageOptions(PageOptions):
    fields = ("lead", "intro")


@register(HallSettings)
class HallSettingsOptions(SharedListOptions):
    fields = ("name", "address")
    required_languages = ()


@register(InvestorPage)
class InvestorPageOptions(PageOptions):
    fields = ("lead",)


@register(InvestorFigure)
class InvestorFigureOptions(RowOptions):
    fields = ("name", "value", "source")
    required_languages = {"zh-hans": ("name", "value"), "default": ()}


@register(InvestorChapter)
class InvestorChapterOptions(RowOptions):
    fields = ("text",)


@register(InvestorStep)
class InvestorStepOptions(RowOptions):
    fields = ("name", "note")
    required_languages = ()


@register(InvestorContact)
class InvestorContactOptions(RowOptions):
    fields = ("name", "text", "address")
    required_languages = {"zh-hans": ("name",), "default": ()}
