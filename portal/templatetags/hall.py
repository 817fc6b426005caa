"""What the layout needs and no view should have to pass."""

from typing import Any

from django import template
from django.core.cache import cache
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext as _

from knowledge.models import DepartmentIndexPage
from knowledge.search.facets import FRESH
from translations.languages import reading_language
from translations.reading import Reading

register = template.Library()


@register.filter
def words(text: str) -> list[str]:
    """``"a b"`` -> ``["a", "b"]``."""
    return text.split()


@register.simple_tag
def static_css(name: str) -> str:
    """The address of one of our stylesheets: ``"tokens"``."""
    return static(f"portal/css/{name}.css")


@register.simple_tag
def hall_name(hall: Reading | None) -> str:
    """The hall's name as plain text, for titles and attributes."""
    return hall.name.plain if hall and hall.name else _("Online Government Hall")


@register.simple_tag(takes_context=True)
def departments_url(context: dict[str, Any]) -> str:
    """The address of the list of departments in the page's language; empty in a hall without one.

    A view that knows it passes ``departments_url``; otherwise it is looked up again after half a minute.
    """
    if known := context.get("departments_url"):
        return str(known)
    return str(cache.get_or_set(f"departments_url:{reading_language()}", _departments_url, FRESH))


def _departments_url() -> str:
    index = DepartmentIndexPage.objects.live().only("path", "url_path").first()
    return (index.url or "") if index else ""


@register.simple_tag(takes_context=True)
def absolute(context: dict[str, Any], path: str = "") -> str:
    """A full address. Without ``path`` that of this page, keeping of its query only the page number of a list."""
    request: HttpRequest = context["request"]
    if path:
        return request.build_absolute_uri(path)
    page = request.GET.get("page", "")
    query = f"?page={page}" if page.isascii() and page.isdigit() else ""
    return request.build_absolute_uri(f"{request.path}{query}")


@register.simple_tag
def trail(*parts: Any) -> list[tuple[Any, str]]:
    """Breadcrumbs of a page whose view passes none: ``{% trail text address text address as trail %}``."""
    return list(zip(parts[::2], parts[1::2], strict=True))


@register.filter
def elsewhere(language: dict[str, str], request: HttpRequest) -> str:
    """This page in another language; the home page in it where this page has no address of its own there."""
    return f"/{language['code']}/" if language["url"] == request.get_full_path() else language["url"]
