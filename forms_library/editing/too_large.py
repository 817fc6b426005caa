"""The largest request that may bring a file."""

from django.http import HttpRequest

from forms_library.body_size import is_larger
from forms_library.safety.kinds import MOST_BYTES

AROUND = 100_000  # bytes of an upload that are not the file


def is_too_large(request: HttpRequest) -> bool:
    """Does the request bring more than a file may have?"""
    return is_larger(request, MOST_BYTES + AROUND)
