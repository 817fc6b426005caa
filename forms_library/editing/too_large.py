"""Files that are too large are refused by what their sender says of them: nothing of them is read."""

from django.http import HttpRequest

from forms_library.safety.kinds import MOST_BYTES

AROUND = 100_000  # bytes of an upload that are not the file


def is_too_large(request: HttpRequest) -> bool:
    """Does the request bring more than a file may have? One without a length has no body either (PEP 3333)."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > MOST_BYTES + AROUND
