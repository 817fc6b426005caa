"""What an editor is offered who types a citation: statutes, or the article with its words."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_denied

from knowledge.search.views import readable

from .access import may_cite
from .finding import Suggestion, suggestions
from .registry import title_of

WORDS_SHOWN = 120  # characters of an article


@require_safe
def suggest(request: HttpRequest) -> Any:
    """``?q=许可法 30`` -> ``{"suggestions": [{"statute", "article", "words", "note"}, …]}``"""
    if not may_cite(request.user):
        return permission_denied(request)
    found = suggestions(readable(request.GET.get("q", "")), timezone.localdate())
    return JsonResponse({"suggestions": [_as_data(one) for one in found]})


def _as_data(one: Suggestion) -> dict[str, str]:
    words = " ".join(one.article.text.split()) if one.article else ""
    statute: Any = one.statute
    return {
        "statute": title_of(statute),
        "statute_en": statute.title_en or "",
        "article": one.article.written if one.article else "",
        "article_en": f"Article {one.number.short}" if one.number and one.article else "",
        "issued_by": statute.issuing_body_zh_hans or "",
        "words": words[:WORDS_SHOWN] + ("…" if len(words) > WORDS_SHOWN else ""),
        "note": "" if statute.repealed_on is None else str(statute.repealed_on),
    }
