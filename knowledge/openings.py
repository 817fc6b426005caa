"""Counting which pages readers open. A page tells by itself (``openings.js``): robots and caches do not matter.

No address, account, session or time of day is written down. Staff are not counted.
"""

import logging
from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.db import DatabaseError, transaction
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from knowledge.models import PageOpening, PageReading
from knowledge.models.counting import count_up
from translations.languages import reading_language

from .brief import brief
from .throttle import is_too_often

SALT = "knowledge.openings"
TOKEN_LIFE = timedelta(days=1)  # of a page that lies open
A_MINUTE = 60  # more than anybody reads
WITHIN = timedelta(days=90)  # what "most read" looks at

logger = logging.getLogger(__name__)


def token_of(page: Page) -> str:
    """What the browser of a reader sends back; nobody else can make one."""
    return signing.dumps(page.pk, salt=SALT)


@csrf_exempt  # the token was signed for this one page; a page from elsewhere has none
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """``token=…`` of a page that somebody has opened; 400 for a token that is not ours, or a day old."""
    try:
        page = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=TOKEN_LIFE)
    except signing.BadSignature:
        return HttpResponseBadRequest()
    if not request.user.has_perm("wagtailadmin.access_admin") and not is_too_often(request, "opened", A_MINUTE):
        note(page, reading_language(), timezone.localdate())
    return HttpResponse(status=204)


def note(page: int, language: str, day: date) -> None:
    """One more opening, if the page is still there and statistics are kept at all."""
    if not settings.SEARCH_LOG_DAYS or not Page.objects.live().filter(pk=page).exists():
        return
    try:
        with brief(), transaction.atomic():
            count_up(PageOpening, page_id=page, day=day, language=language)
    except DatabaseError as error:
        logger.warning("An opening was not counted: %s", type(error).__name__)


def roll_up(today: date) -> None:
    """Sum up the last weeks for each page, and forget what is older than ``SEARCH_LOG_DAYS``."""
    PageOpening.objects.filter(day__lt=today - timedelta(days=settings.SEARCH_LOG_DAYS)).delete()
    recent = PageOpening.objects.filter(day__gt=today - WITHIN)
    sums = recent.order_by().values("page").annotate(total=Sum("times")).values_list("page", "total")
    with transaction.atomic():
        PageReading.objects.all().delete()
        PageReading.objects.bulk_create([PageReading(page_id=page, times=total) for page, total in sums])
