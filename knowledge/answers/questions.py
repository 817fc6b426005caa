"""The page of frequent questions, which puts itself in order."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledge.answers import listing
from knowledge.models import Topic
from knowledge.models.owned import with_departments
from knowledge.paging import Listing
from translations.languages import reading_language
from translations.reading import read_all

PAGE_SIZE = 30


def frequent(request: HttpRequest) -> HttpResponse:
    """``?topic=individual/005&page=…``: questions, those first that readers open and judge most these weeks."""
    topics = read_all(Topic.objects.filter(answers__in=listing.public_answers()).distinct())
    chosen = request.GET.get("topic", "")
    answers = listing.frequent(timezone.localdate())
    if chosen:
        answers = answers.filter(topics__in=[topic.pk for topic in topics if topic.key == chosen])
    page = Paginator(answers, PAGE_SIZE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "listing": Listing(page, read_all(with_departments(page.object_list), reading_language())),
        "topics": topics,
        "chosen": chosen,
        "trail": [(_("Frequent questions"), "")],
    }
    return render(request, "knowledge/questions.html", context)
