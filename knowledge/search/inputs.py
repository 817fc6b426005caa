"""What may stand behind a haystack filter besides plain text."""

from typing import Any, Self

from haystack.inputs import BaseInput

from .expressions import Expression


class Unchanging(BaseInput):
    """Never changes: haystack copies a query deeply for every step of a search, and need not copy this."""

    post_process = False

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class Meant(Unchanging):
    """An expression that is built already: ``SQ(content=Meant(expression))``; the field does not matter."""

    input_type_name = "meant"

    def __init__(self, expression: Expression) -> None:
        super().__init__("")
        self.expression = expression


class Token(Unchanging):
    """One token of a segmented field, as the index holds it, with a weight: ``SQ(name_zh_hans=Token("结婚", 6))``.

    Plain text in a filter on a segmented field is segmented; a token is taken as it is.
    """

    input_type_name = "token"

    def __init__(self, token: str, weight: float = 1.0) -> None:
        super().__init__(token)
        self.weight = weight
