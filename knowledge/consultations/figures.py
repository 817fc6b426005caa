"""Questions of readers in figures: about what, how many were spared, how long the replies took."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from knowledge.answers.listing import frequent
from knowledge.charts import Bar
from knowledge.models import Deflection, Topic
from knowledge.models.consultations import ConsultationQuerySet
from knowledge.search.documents import TOPIC
from knowledge.search.registry import kind_of

PERIOD = timedelta(days=90)
MOST_BARS = 10
DAYS = (1, 3, 5, 10)  # in which a question was answered; the last bar are those that took longer


def by_topic(asked: ConsultationQuerySet) -> list[Bar]:
    """The topics of the items that questions were about."""
    keys = list(asked.exclude(page=None).values_list("page", flat=True))
    topics = {page.pk: _topics_of(page) for page in Page.objects.filter(pk__in=set(keys)).specific()}
    counts = Counter(topic for key in keys for topic in topics.get(key, ()))
    names = {topic.key: str(topic) for topic in Topic.objects.all()}
    return [Bar(names.get(key, key), count) for key, count in counts.most_common(MOST_BARS)]


def _topics_of(page: Any) -> Iterable[str]:
    index = kind_of(type(page))
    return index.facets(page).get(TOPIC.name, ()) if index else ()


def deflected(asked: ConsultationQuerySet, since: date) -> list[Bar]:
    """How many questions came in, and how many needed not to."""
    spared = Deflection.objects.filter(day__gte=since).aggregate(total=Sum("times"))["total"] or 0
    return [Bar(_("Answered before they were sent"), spared), Bar(_("Sent to a department"), asked.count())]


def time_to_reply(asked: ConsultationQuerySet) -> list[Bar]:
    """Days from a question to its reply."""
    moments = asked.exclude(answered_at=None).values_list("asked_at", "answered_at")
    took = [max(1, (answered.date() - came.date()).days) for came, answered in moments if answered]
    if not took:
        return []
    places = Counter(next((place for place, days in enumerate(DAYS) if one <= days), len(DAYS)) for one in took)
    labels = [ngettext("Within %(n)d day", "Within %(n)d days", days) % {"n": days} for days in DAYS]
    return [Bar(label, places[place]) for place, label in enumerate([*labels, _("Longer")])]


def hot(today: date) -> list[Bar]:
    """The written answers that readers open and judge most these weeks."""
    return [Bar(page.title, page.asked) for page in frequent(today)[:MOST_BARS] if page.asked]


def asked_since(consultations: Any, since: date) -> ConsultationQuerySet:
    """Those of a period."""
    found: ConsultationQuerySet = consultations.filter(asked_at__date__gte=since)
    return found
