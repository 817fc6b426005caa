"""What the template of a written answer is given."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from knowledge.answers import listing
from knowledge.answers.voting import has_voted
from knowledge.codes import Opinion
from knowledge.models import AnswerPage
from knowledge.public import public
from translations.reading import Reading, read_all


def answer_context(page: AnswerPage, request: HttpRequest) -> dict[str, Any]:
    """Everything that ``knowledge/answer_page.html`` shows, in the reader's language."""
    reading = Reading(page)
    department = reading.department
    return {
        "department": department,
        "subjects": subjects_of(page),
        "bases": reading.bases,
        "topics": reading.topics,
        "as_of": as_of(page),
        "overdue": page.review_by < timezone.localdate(),
        "related": read_all(listing.related(page)),
        "voted": has_voted(request, page.pk),
        "doubts": [(str(one), one.label) for one in Opinion if one is not Opinion.SOLVED],
        "solved": str(Opinion.SOLVED),
        "trail": [(department.name, department.url), (reading.name, "")],
        "departments_url": department.url.rstrip("/").rpartition("/")[0] + "/",
    }


def as_of(page: AnswerPage) -> Any:
    """The day on which it was last published; today for one that never was."""
    return page.last_published_at.date() if page.last_published_at else timezone.localdate()


def subjects_of(page: AnswerPage) -> list[Reading]:
    """The public pages that the answer is about, in the order that the editor chose."""
    keys = [row.subject_id for row in page.subjects.all()]
    pages = {one.pk: one for one in public(Page).filter(pk__in=keys).specific()}
    return read_all(pages[key] for key in keys if key in pages)
