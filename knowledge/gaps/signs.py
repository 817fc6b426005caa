"""Where the signs come from: one short function a kind, of the last weeks."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q, Sum

from knowledge.answers.listing import public_answers
from knowledge.codes import Opinion, Sign
from knowledge.models import AnswerVote, Consultation, SearchLogEntry, UnansweredQuestion
from knowledge.models.owned import with_departments
from knowledge.search.personal import personal_data
from knowledge.search.registry import kinds

from .grouping import Found

WITHIN = timedelta(days=90)
MOST = 300  # of a kind: further ones concern hardly anybody
LEAST_OPENED = 3  # searches of which nothing was opened: fewer are chance
LEAST_DOUBTS = 2
SOLVED_SHARE = 0.5  # an answer of which fewer readers say that it helped is doubted


def all_signs(today: date) -> list[Found]:
    """Every sign of the last weeks."""
    since = today - WITHIN
    found = (_searches(since), _at_the_desk(since), _asked(since), _doubted(since), _to_review(today), _holes())
    return [sign for kind in found for sign in kind]


def _searches(since: date) -> Iterator[Found]:
    rows = SearchLogEntry.objects.filter(day__gte=since).by_query()
    for row in rows.filter(found=0).order_by("-asked")[:MOST]:
        yield Found(Sign.NOTHING_FOUND, row["query"], row["language"], row["asked"])
    for row in rows.filter(found__gt=0, opened=0, asked__gte=LEAST_OPENED).order_by("-asked")[:MOST]:
        yield Found(Sign.NEVER_OPENED, row["query"], row["language"], row["asked"])


def _at_the_desk(since: date) -> Iterator[Found]:
    rows = UnansweredQuestion.objects.filter(day__gte=since).values("question", "language").annotate(n=Sum("times"))
    for row in rows.order_by("-n")[:MOST]:
        yield Found(Sign.AT_THE_DESK, row["question"], row["language"], row["n"])


def _asked(since: date) -> Iterator[Found]:
    """What says something of a person stays in the inbox."""
    asked = Consultation.objects.filter(asked_at__date__gte=since, answer=None, sensitive=False).exclude(question="")
    for one in asked.order_by("-asked_at")[:MOST]:
        text = " ".join(one.question.split())
        if personal_data(text) is None:
            yield Found(Sign.ASKED, text, one.language, 1, one.page_id or 0, one.department_id or 0)


def _doubted(since: date) -> Iterator[Found]:
    solved = Sum("times", filter=Q(opinion=Opinion.SOLVED), default=0)
    rows = AnswerVote.objects.filter(day__gte=since).values("page").annotate(all=Sum("times"), solved=solved)
    doubts = {row["page"]: row["all"] - row["solved"] for row in rows if row["solved"] < SOLVED_SHARE * row["all"]}
    for page in with_departments(public_answers().filter(pk__in=doubts)):
        if doubts[page.pk] >= LEAST_DOUBTS:
            yield Found(Sign.DOUBTED, page.title, "", doubts[page.pk], page.pk, page.department.pk)


def _to_review(today: date) -> Iterator[Found]:
    for page in with_departments(public_answers().filter(review_by__lt=today)[:MOST]):
        yield Found(Sign.TO_REVIEW, page.title, "", 1, page.pk, page.department.pk)


def _holes() -> Iterator[Found]:
    """Pages of a kind that answers questions, and leaves some of them open."""
    for index in kinds():
        for hole in index.holes(MOST):
            yield Found(Sign.HOLE, hole.text, "", hole.people, hole.page, hole.department)
