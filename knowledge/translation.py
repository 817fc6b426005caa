from modeltranslation.translator import register

from translations.options import PageOptions, RowOptions

from .models import DepartmentIndexPage, DepartmentPage, District, ServicePoint, Topic


@register(DepartmentIndexPage)
class DepartmentIndexOptions(PageOptions):
    pass


@register(DepartmentPage)
class DepartmentOptions(PageOptions):
    fields = ("short_name", "address", "hours", "intro")


@register(District)
class DistrictOptions(RowOptions):
    fields = ("name",)


@register(Topic)
class TopicOptions(RowOptions):
    fields = ("name",)


@register(ServicePoint)
class ServicePointOptions(RowOptions):
    fields = ("name", "address", "hours", "transport")
    required_languages = {"zh-hans": ("name", "address"), "default": ()}
