"""Which written answers readers see, and which belong together."""

from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet
from wagtail.models import Page

from knowledge.models import AnswerPage, AnswerVote, PageOpening
from knowledge.models.counting import times_of
from knowledge.models.owned import with_departments
from knowledge.public import public

MOST_RELATED = 6
FREQUENT_WITHIN = timedelta(days=30)


def public_answers() -> QuerySet[AnswerPage]:
    """Those that anybody may read."""
    return public(AnswerPage)


def about(page: Page) -> QuerySet[AnswerPage]:
    """The answers about a service, or another page, in the order of the site."""
    return public_answers().filter(subjects__subject=page.pk).distinct().order_by("path")


def related(answer: AnswerPage) -> list[AnswerPage]:
    """Answers about the same pages, then those of the same topics."""
    subjects = [row.subject_id for row in answer.subjects.all()]
    topics = [topic.pk for topic in answer.topics.all()]
    same = Count("subjects", filter=Q(subjects__subject__in=subjects), distinct=True)
    found = public_answers().exclude(pk=answer.pk).filter(Q(subjects__subject__in=subjects) | Q(topics__in=topics))
    return with_departments(found.annotate(same=same).order_by("-same", "path").distinct()[:MOST_RELATED])


def frequent(today: date) -> QuerySet[AnswerPage]:
    """The answers by how often they were opened, or judged, in the last weeks; ``asked`` says it."""
    since = today - FREQUENT_WITHIN
    opened = PageOpening.objects.filter(page=OuterRef("pk"), day__gte=since)
    judged = AnswerVote.objects.filter(page=OuterRef("pk"), day__gte=since)
    asked = times_of(opened) + times_of(judged)
    return public_answers().annotate(asked=asked).order_by("-asked", "-first_published_at", "path")
