"""Registration of translated models, with the one rule that all share: Chinese is required, the rest may wait."""

from typing import ClassVar

from modeltranslation.translator import TranslationOptions

from .reading import REVIEW_MARK

Names = list[str] | tuple[str, ...]


class RowOptions(TranslationOptions):
    """For rows. ``fields`` are the translated ones; every change of a ``major`` one is major."""

    fields: ClassVar[Names] = ()
    major: ClassVar[Names] = ()
    required_languages: ClassVar[Names | dict[str, Names]] = ("zh-hans",)


class SharedListOptions(RowOptions):
    """For small lists that editors keep and many pages show: their translations are watched, too."""


class PageOptions(TranslationOptions):
    """For pages: name and review mark, and whatever ``fields`` a page adds."""

    fields: ClassVar[Names] = ("name", REVIEW_MARK)
    major: ClassVar[Names] = ()
    required_languages: ClassVar[Names | dict[str, Names]] = {"zh-hans": ("name",), "default": ()}
