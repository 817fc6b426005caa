"""The published glossary."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from translations.languages import language_in_words, reading_language
from translations.models import GlossaryTerm
from translations.models.glossary import Domain

from .listing import LONGEST, looked_up
from .terms import LANGUAGE


def glossary(request: HttpRequest) -> HttpResponse:
    """``?q=备案``: Chinese terms with what stands for them in the reader's language, else in English."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    language = _language_of_terms()
    terms = GlossaryTerm.objects.filter(language=language)
    order = list(Domain.values)
    found = looked_up(terms, query)
    grouped = sorted(found, key=lambda term: order.index(term.domain)) if not query else found
    context: dict[str, Any] = {
        "query": query,
        "language": language_in_words(language),
        "longest": LONGEST,
        "found": found,
        "groups": []
        if query
        else [(Domain(key), list(group)) for key, group in groupby(grouped, attrgetter("domain"))],
        "trail": [(_("Glossary"), "")],
    }
    return render(request, "translations/glossary.html", context)


def _language_of_terms() -> str:
    """The reader's, or English where there is no term in it: nothing stands for Chinese in Chinese."""
    language = reading_language()
    return language if GlossaryTerm.objects.filter(language=language).exists() else LANGUAGE
