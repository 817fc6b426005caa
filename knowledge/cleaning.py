"""Text that somebody typed, as it can be kept. Pure."""

LINE_BREAKS = "\r\n\t"


def kept_text(text: str, longest: int) -> str:
    """Without control characters, which PostgreSQL refuses (NUL) and nobody can see; not longer than there is room."""
    return "".join(one for one in text if one >= " " or one in LINE_BREAKS)[:longest]
