"""Pages for those who browse: by topic, by audience, by district, at a place, from A to Z."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guides import listing
from guides.codes import Audience
from guides.rules.alphabet import LETTERS
from knowledge.codes import TopicAudience
from knowledge.models import District, ServicePoint, Topic
from translations.freshness.staleness import read_with_notices
from translations.languages import reading_language
from translations.reading import Reading, read_all


def topics(request: HttpRequest) -> HttpResponse:
    """Both lists of topics, each topic with the number of its items."""
    found = list(listing.counted_topics())
    lists = [
        {"code": code, "label": label, "topics": read_all(topic for topic in found if topic.audience == code)}
        for code, label in TopicAudience.choices
    ]
    return render(request, "guides/topics.html", {"lists": lists, "trail": [(_("Topics"), "")]})


def topic(request: HttpRequest, audience: str, code: str) -> HttpResponse:
    """The items of one topic."""
    found = Reading(get_object_or_404(Topic, audience=audience, code=code))
    trail = [(_("Topics"), reverse("guides:topics")), (found.name, "")]
    guides = listing.public_guides().filter(topics=found.instance)
    return _list_page(request, "guides/topic.html", guides, {"topic": found, "trail": trail})


def audiences(request: HttpRequest) -> HttpResponse:
    """Whom the hall serves, with the number of items for each."""
    counts = listing.counts_by_audience()
    found = [{"code": code, "label": label, "count": counts[code]} for code, label in Audience.choices if counts[code]]
    return render(request, "guides/audiences.html", {"audiences": found, "trail": [(_("Who it is for"), "")]})


def audience(request: HttpRequest, code: str) -> HttpResponse:
    """The items for one kind of applicant."""
    if code not in Audience.values:
        raise Http404
    label = Audience(code).label
    trail = [(_("Who it is for"), reverse("guides:audiences")), (label, "")]
    guides = listing.public_guides().filter(audiences__has_code=code)
    return _list_page(request, "guides/audience.html", guides, {"label": label, "trail": trail})


def districts(request: HttpRequest) -> HttpResponse:
    """The city and its districts, each with its items and places."""
    counts = listing.counts_by("district_id")
    found = [
        {"district": Reading(district), "count": counts.get(district.pk, 0)}
        for district in District.objects.exclude(level="township")
    ]
    places = read_all(listing.counted_places(ServicePoint.objects.select_related("district")))
    context = {"districts": found, "places": places, "trail": [(_("Districts and places"), "")]}
    return render(request, "guides/districts.html", context)


def district(request: HttpRequest, code: str) -> HttpResponse:
    """The items of one district, its halls, and the convenience centres of its townships."""
    found = get_object_or_404(District.objects.select_related("parent"), code=code)
    places = ServicePoint.objects.filter(Q(district=found) | Q(district__parent=found, district__level="township"))
    reading = Reading(found)
    context = {
        "district": reading,
        "townships": read_all(found.children.filter(level="township")),
        "places": read_all(listing.counted_places(places.select_related("district"))),
        "trail": [(_("Districts and places"), reverse("guides:districts")), (reading.name, "")],
    }
    return _list_page(request, "guides/district.html", listing.public_guides().filter(district=found), context)


def place(request: HttpRequest, slug: str) -> HttpResponse:
    """A hall, counter or convenience centre, and what is handled there."""
    found = read_with_notices(get_object_or_404(ServicePoint.objects.select_related("district"), slug=slug))
    trail = [
        (_("Districts and places"), reverse("guides:districts")),
        (found.district.name, reverse("guides:district", args=[found.district.code])),
        (found.name, ""),
    ]
    guides = listing.public_guides().filter(windows__place=found.instance).distinct()
    return _list_page(request, "guides/place.html", guides, {"place": found, "trail": trail})


def alphabet(request: HttpRequest, letter: str = "") -> HttpResponse:
    """All items by letter; without a letter, only the letters."""
    if letter and letter not in LETTERS:
        raise Http404
    index = listing.alphabet(reading_language())
    trail = [(_("A–Z"), reverse("guides:alphabet") if letter else "")]
    context: dict[str, Any] = {"letters": [(name, len(index[name])) for name in LETTERS], "letter": letter}
    if letter:
        trail.append((_("Other") if letter == "other" else letter.upper(), ""))
        context["listing"] = listing.alphabet_listing(index[letter], reading_language(), request.GET.get("page"))
    return render(request, "guides/alphabet.html", {**context, "trail": trail})


def _list_page(request: HttpRequest, template: str, guides: Any, context: dict[str, Any]) -> HttpResponse:
    found = listing.listing(guides, reading_language(), request.GET.get("page"))
    return render(request, template, {**context, "listing": found})
