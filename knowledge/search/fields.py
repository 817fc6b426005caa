"""The kinds of fields that an index has; engines look at their marks."""

from collections.abc import Mapping
from typing import Any

from haystack import indexes

from translations.languages import column, content_languages


class SegmentedField(indexes.CharField):
    """A field of white-space separated tokens, made by ``segmentation.index_text`` or ``codes.code_tokens``."""

    segmented = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(stored=False, **kwargs)


class NameField(SegmentedField):
    """What a page is called: pages with the same words here are alike."""

    names = True


class ValuesField(SegmentedField):
    """A few values of a code list, as tokens: counted and filtered by, never scored."""

    counted = True


class OrderField(indexes.IntegerField):
    """A number that hits can be put in order by; pages without one come last."""

    orders = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(stored=False, null=True, **kwargs)


class KeptField(indexes.CharField):
    """Text that is kept for showing, not searched."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(indexed=False, **kwargs)


class InEachLanguage(indexes.DeclarativeMetaclass):
    """Gives an index each field of ``in_each_language`` once for every content language: ``name_zh_hans``, ``name_en``.

    haystack collects the fields of a class while it makes the class: they have to be there before.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], attributes: dict[str, Any]) -> Any:
        kinds: Mapping[str, type[Any]] = attributes.get("in_each_language", {})
        columns = {column(part, language): kind for part, kind in kinds.items() for language in content_languages()}
        made = {one: kind() for one, kind in columns.items()}
        return super().__new__(cls, name, bases, {**made, **attributes})
