"""Values that stay values."""


def inert(value: str) -> str:
    """Without the characters that XML does not know; lines end with a newline."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(character for character in plain if _is_known(character))


def _is_known(character: str) -> bool:
    if character < " ":
        return character in "\n\t"
    return not ("\ud800" <= character <= "\udfff" or character in "\ufffe\uffff")
