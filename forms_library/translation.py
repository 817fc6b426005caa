from modeltranslation.translator import register

from translations.options import PageOptions, SharedListOptions

from .models import FormDocument, FormPage


@register(FormDocument)
class FormDocumentOptions(SharedListOptions):
    fields = ("name",)
    required_languages = ()


@register(FormPage)
class FormPageOptions(PageOptions):
    fields = ("summary",)
