"""Marking the links of results, so that it can be counted which are opened."""

from django import template
from django.template import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString

from knowledge.search.log import click_token

register = template.Library()


@register.simple_tag(takes_context=True)
def counted(context: RequestContext, page: int | None) -> SafeString:
    """An attribute with what ``clicks.js`` sends when the link is opened; nothing where the search was not counted.

    ``page`` is ``None`` for an address outside the hall.
    """
    row = context.get("search_row")
    return format_html(' data-click="{}"', click_token(row, page)) if row else SafeString()
