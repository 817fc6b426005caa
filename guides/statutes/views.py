"""The registry for readers: the list, a statute in one of its versions, two versions compared, who rests on it."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guides import listing
from guides.codes.statutes import StatuteKind
from guides.models import Statute, StatuteVersion
from knowledge.cleaning import day_in
from knowledge.paging import Listing
from knowledge.search.plan import LONGEST
from knowledge.search.views import readable
from knowledge.throttle import seldom
from translations.languages import reading_language
from translations.reading import Reading, read_all

from . import finding
from .asking import asked
from .numbering import from_anchor
from .presentation import differences_of, divisions, version_to_show
from .resting import counts_by_article, counts_by_statute, items_resting_on

PAGE_SIZE = 40
COMPARISONS_A_MINUTE = 20


@require_safe
def statutes(request: HttpRequest) -> HttpResponse:
    """``?q=许可法 30&kind=law&page=2``"""
    query, kind, today = readable(request.GET.get("q", "")), request.GET.get("kind", ""), timezone.localdate()
    kind = kind if kind in StatuteKind.values else ""
    found = finding.by_name(asked(query).name) if query else Statute.objects.all()
    found = found.filter(kind=kind) if kind else found
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    readings, counts = read_all(page.object_list), counts_by_statute(page.object_list)
    known = {*Statute.objects.order_by().values_list("kind", flat=True).distinct()}
    context = {
        "query": query,
        "longest": LONGEST,
        "kind": kind,
        "kinds": [(code, label, code == kind) for code, label in StatuteKind.choices if code in known],
        "listing": Listing(page, readings),
        "entries": [(reading, counts.get(reading.pk, 0)) for reading in readings],
        "articles": _exact_articles(query, kind, today) if page.number == 1 else [],
        "passages": _passages(query, kind, today) if page.number == 1 else [],
        "trail": [(_("Laws and regulations"), "")],
    }
    return render(request, "guides/statutes/statutes.html", context)


def _exact_articles(query: str, kind: str, today: date) -> list[finding.Suggestion]:
    found = finding.suggestions(query, today)
    return [one for one in found if one.article and (not kind or one.statute.kind == kind)]


def _passages(query: str, kind: str, today: date) -> list[Any]:
    """Articles with the words, for a query that names no article."""
    if not query or asked(query).article:
        return []
    found = finding.by_words(query, today)
    found = found.filter(version__statute__kind=kind) if kind else found
    return [(article, Reading(article.version.statute)) for article in found[: finding.MOST_ARTICLES]]


@require_safe
def statute(request: HttpRequest, slug: str, dated: str = "") -> HttpResponse:
    """The version in force, or the one of a date: ``/statutes/xing-zheng-xu-ke-fa/2019-04-23/``"""
    found, today = get_object_or_404(Statute.objects.select_related("repealed_by"), slug=slug), timezone.localdate()
    versions = list(found.versions.order_by("-dated"))
    shown = _of_date(versions, dated) if dated else version_to_show(versions, today)
    if shown is None:
        raise Http404
    for version in versions:
        version.statute = found
    reading = Reading(found)
    counts = counts_by_article(found)
    context = {
        "statute": reading,
        "shown": shown,
        "status": shown.status(today),
        "is_current": shown.is_in_force(today),
        "versions": [(version, version.status(today), version == shown) for version in versions],
        "divisions": divisions(shown.articles.all(), counts),
        "items": items_resting_on(found).count(),
        "repealed_by": Reading(found.repealed_by) if found.repealed_by else None,
        "trail": [(_("Laws and regulations"), reverse("guides:statutes")), (reading.title, "")],
    }
    return render(request, "guides/statutes/statute.html", context)


@require_safe
@seldom("compare-statutes", COMPARISONS_A_MINUTE)
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """``?from=2004-07-01&to=2019-04-23``: without dates, the last two versions."""
    found = get_object_or_404(Statute, slug=slug)
    versions = list(found.versions.order_by("dated"))
    if len(versions) < 2:
        return redirect(found)
    after = _of_date(versions, request.GET.get("to", "")) or versions[-1]
    earlier = [version for version in versions if version.dated < after.dated]
    before = _of_date(versions, request.GET.get("from", "")) or (earlier or versions)[-1]
    reading = Reading(found)
    context = {
        "statute": reading,
        "versions": versions,
        "before": before,
        "after": after,
        "comparison": differences_of(before, after),
        "trail": [
            (_("Laws and regulations"), reverse("guides:statutes")),
            (reading.title, found.get_absolute_url()),
            (_("Versions compared"), ""),
        ],
    }
    return render(request, "guides/statutes/compare.html", context)


@require_safe
def items(request: HttpRequest, slug: str, anchor: str = "") -> HttpResponse:
    """The items that rest on a statute, or on one article: ``/statutes/…/items/article-30/``"""
    found, article = get_object_or_404(Statute, slug=slug), from_anchor(anchor)
    if anchor and not article:
        raise Http404
    reading = Reading(found)
    context = {
        "statute": reading,
        "article": article,
        "listing": listing.listing(items_resting_on(found, article), reading_language(), request.GET.get("page")),
        "trail": [
            (_("Laws and regulations"), reverse("guides:statutes")),
            (reading.title, found.get_absolute_url()),
            (_("Services that rest on it"), ""),
        ],
    }
    return render(request, "guides/statutes/items.html", context)


def _of_date(versions: list[StatuteVersion], text: str) -> StatuteVersion | None:
    day = day_in(text)
    return next((version for version in versions if version.dated == day), None)
