"""What every response of the hall carries."""

from http import HTTPStatus

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.urls import reverse
from django.utils.translation import get_language


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy for readers, the looser one of ``ADMIN_CONTENT_SECURITY_POLICY`` for the editing screens."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(reverse("wagtailadmin_home")):
            response._csp_update = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        result: HttpResponseBase = super().process_response(request, response)
        return result


class LocaleMiddleware(DjangoLocaleMiddleware):
    """Django's, which sends what is not found to the same address below a language.

    Not where the address itself is known, as in the admin: what is not there is there in no language either.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code == HTTPStatus.NOT_FOUND and request.resolver_match is not None:
            response.headers.setdefault("Content-Language", get_language() or settings.LANGUAGE_CODE)
            return response
        result: HttpResponseBase = super().process_response(request, response)
        return result
