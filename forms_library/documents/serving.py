"""Documents are given to readers as forms are: to save, and alone."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.documents.views import serve as wagtail

from forms_library.serving import ALONE


def serve(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Wagtail's own view asks who may read the document; it stands at the same address, behind this one."""
    response: HttpResponseBase = wagtail.serve(request, document_id, document_filename)
    response["Content-Security-Policy"] = ALONE
    return response
