from modeltranslation.translator import register

from translations.options import PageOptions, RowOptions, SharedListOptions

from .models import (
    AnswerBasis,
    AnswerPage,
    DepartmentIndexPage,
    DepartmentPage,
    District,
    ReplyTemplate,
    ServicePoint,
    Topic,
)


@register(DepartmentIndexPage)
class DepartmentIndexOptions(PageOptions):
    pass


@register(DepartmentPage)
class DepartmentOptions(PageOptions):
    fields = ("short_name", "address", "hours", "intro")


@register(District)
class DistrictOptions(SharedListOptions):
    fields = ("name",)


@register(Topic)
class TopicOptions(SharedListOptions):
    fields = ("name",)


@register(ServicePoint)
class ServicePointOptions(SharedListOptions):
    fields = ("name", "address", "hours", "transport")
    major = ("name", "address", "hours")
    required_languages = {"zh-hans": ("name", "address"), "default": ()}


@register(AnswerPage)
class AnswerOptions(PageOptions):
    fields = ("variants", "answer", "keywords")
    required_languages = {"zh-hans": ("name", "answer"), "default": ()}


@register(AnswerBasis)
class AnswerBasisOptions(RowOptions):
    fields = ("statute", "article")
    required_languages = {"zh-hans": ("statute",), "default": ()}


@register(ReplyTemplate)
class ReplyTemplateOptions(SharedListOptions):
    fields = ("text",)
    required_languages = {"zh-hans": ("text",), "default": ()}
