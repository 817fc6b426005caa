"""``/i/<code>/``: an address that fits on a sign, and its QR code. Codes are opaque strings."""

import io

import segno
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers

from guides.listing import readable_guides
from guides.models import GuidePage
from guides.record.old_addresses import gone_with_code


def item_with_code(code: str) -> GuidePage | None:
    """The item with this code that anybody may read; of several, the one published last."""
    matching = readable_guides().filter(Q(task_code=code) | Q(handle_item_code=code))
    return matching.order_by("-last_published_at").first()


def redirect_to_item(request: HttpRequest, code: str) -> HttpResponse:
    """To the item in the reader's language, which cookie or browser name; a page with a search box for other codes."""
    item = item_with_code(code)
    response = redirect(item.get_url(request)) if item else _not_found(request, code)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


def _not_found(request: HttpRequest, code: str) -> HttpResponse:
    """A code that an item once had says what has become of it."""
    unknown = gone_with_code(request, code)
    return unknown or render(request, "guides/unknown_code.html", {"code": code}, status=404)


def qr_code(request: HttpRequest, code: str) -> HttpResponse:
    """The short address as a QR code with middle error correction: it survives a stain on a sign."""
    address = request.build_absolute_uri(reverse("short:item", args=[code]))
    image = io.BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="svg", border=2, omitsize=True)
    response = HttpResponse(image.getvalue(), content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=86_400)
    return response
