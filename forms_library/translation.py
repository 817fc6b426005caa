from modeltranslation.translator import TranslationOptions, register

from translations.options import PageOptions

from .models import FormDocument, FormPage


@register(FormDocument)
class FormDocumentOptions(TranslationOptions):
    fields = ("name",)


@register(FormPage)
class FormPageOptions(PageOptions):
    fields = ("summary",)
