"""What may stand behind a haystack filter besides plain text."""

from haystack.inputs import BaseInput

from .expressions import Expression


class Meant(BaseInput):
    """An expression that is built already: ``SQ(content=Meant(expression))``; the field does not matter."""

    input_type_name = "meant"
    post_process = False

    def __init__(self, expression: Expression) -> None:
        super().__init__("")
        self.expression = expression


class Token(BaseInput):
    """One token of a segmented field, as the index holds it, with a weight: ``SQ(name_zh_hans=Token("结婚", 6))``.

    Plain text in a filter on a segmented field is segmented; a token is taken as it is.
    """

    input_type_name = "token"
    post_process = False

    def __init__(self, token: str, weight: float = 1.0) -> None:
        super().__init__(token)
        self.weight = weight
