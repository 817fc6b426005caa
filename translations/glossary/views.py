"""The published glossary."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from translations.languages import default_language, reading_language
from translations.models import GlossaryTerm
from translations.models.glossary import Domain

from .listing import LONGEST, looked_up
from .terms import LANGUAGE


def glossary(request: HttpRequest) -> HttpResponse:
    """``?q=备案``: Chinese terms with what stands for them in the reader's language; readers of Chinese see English."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    language = reading_language()
    terms = GlossaryTerm.objects.filter(language=LANGUAGE if language == default_language() else language)
    order = list(Domain.values)
    found = looked_up(terms, query)
    grouped = sorted(found, key=lambda term: order.index(term.domain)) if not query else found
    context: dict[str, Any] = {
        "query": query,
        "longest": LONGEST,
        "found": found,
        "groups": []
        if query
        else [(Domain(key), list(group)) for key, group in groupby(grouped, attrgetter("domain"))],
        "trail": [(_("Glossary"), "")],
    }
    return render(request, "translations/glossary.html", context)
