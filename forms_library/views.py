"""The library for readers: the list, files, pictures of pages, and the addresses of versions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from forms_library import serving
from forms_library.codes import VersionState
from forms_library.listing import listing, readable_forms
from forms_library.models import FormVersion, VersionPage
from forms_library.presentation import FOLLOWED
from forms_library.safety.kinds import Kind
from translations.languages import reading_language

FRESH = 30  # seconds that a browser may show the same list again
SIZES = ("small", "large")


@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """``?q=…&page=…``, narrowed by facets (``&written=english``)."""
    found = listing(request, reading_language())
    context = {"listing": found, "query": request.GET.get("q", "").strip(), "trail": [(_("Forms"), "")]}
    response = render(request, "forms_library/forms.html", context)
    patch_cache_control(response, private=True, max_age=FRESH)
    return response


@require_safe
def version(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """The lasting address of a version: it leads to the form, which says so when there is a newer one."""
    return _to_form(request, _version(key, number))


@require_safe
def file(request: HttpRequest, key: int, number: int) -> HttpResponseBase:
    """The file. Those who had it are counted, not known."""
    found = _version(key, number)
    if not _may_have(request, found):
        return _to_form(request, found)
    if request.method == "GET" and found.state == VersionState.PUBLISHED:
        found.count_download()
    kind = Kind(found.file_kind)
    name = serving.download_name(found, kind.value)
    return serving.attachment(found.file.open("rb"), name, serving.CONTENT_TYPES[kind])


@require_safe
def sample(request: HttpRequest, key: int, number: int) -> HttpResponseBase:
    """The filled sample."""
    found = _version(key, number)
    if not found.sample:
        raise Http404
    if not _may_have(request, found):
        return _to_form(request, found)
    name = serving.download_name(found, Kind.PDF.value, _("filled sample"))
    return serving.attachment(found.sample.open("rb"), name, serving.CONTENT_TYPES[Kind.PDF])


@require_safe
def picture(request: HttpRequest, key: int, number: int, page: int, size: str) -> HttpResponseBase:
    """A page of the form as a picture."""
    found = _version(key, number)
    if not _may_have(request, found):
        raise Http404
    part = get_object_or_404(VersionPage, version=found, number=page)
    if size not in SIZES or not getattr(part, size):
        raise Http404
    return serving.picture(getattr(part, size).open("rb"))


def _version(key: int, number: int) -> FormVersion:
    return get_object_or_404(FormVersion.objects.select_related("page"), page_id=key, number=number)


def _may_have(request: HttpRequest, found: FormVersion) -> bool:
    """Everybody may have what is published; of the rest, those who may edit the form."""
    if found.state == VersionState.PUBLISHED and _is_readable(found):
        return True
    return bool(request.user.is_authenticated and found.page.permissions_for_user(request.user).can_edit())


def _is_readable(found: FormVersion) -> bool:
    return bool(readable_forms().filter(pk=found.page_id).exists())


def _to_form(request: HttpRequest, found: FormVersion) -> HttpResponse:
    """To the page of the form. What readers never saw has no address."""
    if not found.was_public or not _is_readable(found):
        raise Http404
    address = found.page.get_url(request) or reverse("forms_library:forms")
    replaced = found.state != VersionState.PUBLISHED
    return redirect(f"{address}?{FOLLOWED}={found.number}" if replaced else address)
