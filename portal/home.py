"""What the home page shows beside its search box."""

from typing import Any

from django.utils import timezone

from guides import listing
from guides.models import GuidePage
from knowledge.answers import listing as answers
from knowledge.codes import PlaceKind, TopicAudience
from knowledge.models import DepartmentPage, District, ServicePoint, with_departments
from knowledge.public import public
from portal.investors import investor_door
from portal.models import HomePage
from translations.languages import column, default_language, reading_language
from translations.reading import REVIEW_MARK, Reading, read_all

SHOWN_GUIDES = 8
SHOWN_QUESTIONS = 6
SHOWN_IN_ENGLISH = 24


def home_context(page: HomePage) -> dict[str, Any]:
    """Frequent items, topics, departments, districts, and the door to the other language."""
    topics = list(listing.counted_topics())
    return {
        "hide_header_search": True,
        "investors": investor_door(),
        "frequent": frequent_guides(page),
        "reviewed_guides": guides_in_this_language(),
        "questions": read_all(with_departments(answers.frequent(timezone.localdate())[:SHOWN_QUESTIONS])),
        "topic_lists": [
            {"code": code, "label": label, "topics": read_all(topic for topic in topics if topic.audience == code)}
            for code, label in TopicAudience.choices
        ],
        "departments": read_all(public(DepartmentPage).order_by("path")),
        "districts": read_all(District.objects.exclude(level="township")),
        "places": read_all(ServicePoint.objects.filter(kind=PlaceKind.SERVICE_CENTRE).select_related("district")),
    }


def guide_at(url_path: str) -> GuidePage | None:
    """The live item at this place in the page tree. The slug is indexed, the path as a whole is not."""
    slug = url_path.rstrip("/").rsplit("/", 1)[-1]
    found = GuidePage.objects.live().select_related("district").filter(slug=slug, url_path=url_path)
    guide: GuidePage | None = found.first()
    return guide


def frequent_guides(page: HomePage) -> list[Reading]:
    """What the editors chose, as far as it is public; in a hall where they chose nothing, what was published last."""
    chosen = [row.guide_id for row in page.frequent_guides.all()]
    if not chosen:
        return read_all(listing.cards(listing.public_guides().order_by("-first_published_at")[:SHOWN_GUIDES]))
    by_key = {guide.pk: guide for guide in listing.cards(listing.public_guides().filter(pk__in=chosen))}
    return read_all(by_key[key] for key in chosen if key in by_key)


def guides_in_this_language() -> list[Reading]:
    """On a page that is not Chinese: the items that are reviewed in its language."""
    language = reading_language()
    if language == default_language():
        return []
    reviewed = listing.public_guides().filter(**{column(REVIEW_MARK, language): True})
    return read_all(listing.cards(reviewed.order_by("path")[:SHOWN_IN_ENGLISH]))
