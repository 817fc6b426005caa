"""Did the answer help? Readers say so without an account: the browser remembers, the hall only counts."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from knowledge.answers.listing import public_answers
from knowledge.codes import Opinion
from knowledge.models import AnswerVote
from knowledge.throttle import is_too_often
from translations.languages import reading_language

COOKIE = "judged"
KEPT = 50  # answers that a browser remembers
KEPT_FOR = 365 * 24 * 3600  # seconds
VOTES_A_MINUTE = 10


def has_voted(request: HttpRequest, page: int) -> bool:
    """Has this browser judged the answer?"""
    return page in _judged(request)


@require_POST
def vote(request: HttpRequest, key: int) -> HttpResponse:
    """``opinion=…``: counted once for each browser and answer. Back to the answer, whatever was sent."""
    page = get_object_or_404(public_answers(), pk=key)
    response = redirect(f"{page.url}#vote")
    judged = _judged(request)
    opinion = request.POST.get("opinion", "")
    if opinion in Opinion.values and key not in judged and not is_too_often(request, "vote", VOTES_A_MINUTE):
        AnswerVote.objects.count_up(page, reading_language(), Opinion(opinion))
        _remember(response, [*judged, key])
    return response


def _judged(request: HttpRequest) -> list[int]:
    """What the cookie says; nothing where somebody wrote into it."""
    try:
        found: list[int] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE)
    except signing.BadSignature:
        return []
    return found


def _remember(response: HttpResponse, judged: list[int]) -> None:
    response.set_cookie(
        COOKIE,
        signing.dumps(judged[-KEPT:], salt=COOKIE),
        max_age=KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
