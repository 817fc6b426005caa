"""Registration of translated models, with the one rule that all share: Chinese is required, the rest may wait."""

from modeltranslation.translator import TranslationOptions

from .reading import REVIEW_MARK


class RowOptions(TranslationOptions):
    """For rows and shared lists. ``fields`` are the translated ones."""

    required_languages = ("zh-hans",)


class PageOptions(TranslationOptions):
    """For pages: name and review mark, and whatever ``fields`` a page adds."""

    fields = ("name", REVIEW_MARK)
    required_languages = {"zh-hans": ("name",), "default": ()}
