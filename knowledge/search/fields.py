"""The kinds of fields that an index has; engines look at their marks."""

from typing import Any

from haystack import indexes


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
