from modeltranslation.translator import TranslationOptions, register

from .models import FormDocument


@register(FormDocument)
class FormDocumentOptions(TranslationOptions):
    fields = ("name",)
