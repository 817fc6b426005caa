"""Sizes in words, in the active language. Pure functions: no database, no request."""


def file_size(size: int | None) -> str:
    """Bytes for people: ``"35 KB"``, ``"1.2 MB"``; ``""`` when unknown."""
    if not size:
        return ""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
