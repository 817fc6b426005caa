"""Marking a page, so that it can be counted how often it is opened."""

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from knowledge.openings import token_of

register = template.Library()


@register.simple_tag(takes_context=True)
def opening(context: RequestContext) -> SafeString:
    """Attributes with what ``openings.js`` sends, on a page of the tree; nothing on others and in a preview."""
    page = context.get("page")
    if not isinstance(page, Page) or getattr(context.get("request"), "is_preview", False):
        return SafeString()
    return format_html(' data-opened="{}" data-opened-token="{}"', reverse("knowledge:opened"), token_of(page))
