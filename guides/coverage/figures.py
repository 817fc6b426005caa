"""How far translations have come, by department, topic, audience and field, and from week to week."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page

from guides.codes import Audience
from guides.models import GuidePage
from knowledge.charts import Bar
from knowledge.models import DepartmentPage, Topic
from translations.freshness.counting import STATES, Tally, tallies, total
from translations.freshness.notices import label
from translations.freshness.units import Place
from translations.models import CoverageDay, TranslatedText
from translations.wording import long_date

WEEKS = 12
MOST_FIELDS = 20

Tallies = Mapping[int, Tally]  # by the key of a page


def by_page(language: str) -> Tallies:
    """Of every published page."""
    found = tallies(TranslatedText.objects.filter(language=language), "page")
    return {key: tally for (key,), tally in found.items()}


def by_department(pages: Tallies) -> list[Bar]:
    """Each department with its pages."""
    names: dict[str, str] = {}
    sums: dict[str, Tally] = defaultdict(Tally)
    for department in DepartmentPage.objects.only("path", "title"):
        names[department.path] = department.title
    length = len(next(iter(names), ""))
    for key, path in _paths(pages):
        if path[:length] in names:
            sums[path[:length]] += pages[key]
    return _bars((names[path], tally) for path, tally in sums.items())


def _paths(pages: Tallies) -> Iterable[tuple[int, str]]:
    return Page.objects.filter(pk__in=pages).values_list("pk", "path")


def by_topic(pages: Tallies) -> list[Bar]:
    """Each topic with its items; an item may have several."""
    names = {topic.pk: str(topic) for topic in Topic.objects.all()}
    links = GuidePage.topics.through.objects.filter(guidepage__in=pages).values_list("topic", "guidepage")
    return _bars((names[topic], tally) for topic, tally in _sums(links, pages).items())


def by_audience(pages: Tallies) -> list[Bar]:
    """Each kind of applicant with its items; an item may be for several."""
    items = GuidePage.objects.filter(pk__in=pages).values_list("pk", "audiences")
    links = ((audience, key) for key, audiences in items for audience in audiences)
    return _bars((str(Audience(code).label), tally) for code, tally in _sums(links, pages).items())


def _sums(links: Iterable[tuple[Any, int]], pages: Tallies) -> dict[Any, Tally]:
    sums: dict[Any, Tally] = defaultdict(Tally)
    for group, key in links:
        sums[group] += pages[key]
    return sums


def by_field(language: str) -> list[Bar]:
    """The fields that have most left to do."""
    found = tallies(TranslatedText.objects.filter(language=language), "content_type", "field")
    most_open = sorted(found.items(), key=lambda pair: pair[1].reviewed - pair[1].total)[:MOST_FIELDS]
    models = ContentType.objects.in_bulk({content_type for (content_type, _field), _tally in most_open})
    named = ((models[content_type].model_class(), field, tally) for (content_type, field), tally in most_open)
    return _bars((label(Place(model, None, field)), tally) for model, field, tally in named if model)


def trend(language: str, today: date) -> list[Bar]:
    """The last day of each of the last weeks that was counted."""
    days = CoverageDay.objects.filter(language=language, day__gt=today - timedelta(weeks=WEEKS))
    by_week = {(today - one.day).days // 7: one for one in days}  # the latest of a week stands last
    return [_bar(long_date(one.day), _tally(one)) for _week, one in sorted(by_week.items(), reverse=True)]


def whole(pages: Tallies) -> Tally:
    return total(pages.values())


def _tally(one: CoverageDay) -> Tally:
    return Tally(*(getattr(one, name) for name in STATES))


def _bars(tallied: Iterable[tuple[str, Tally]]) -> list[Bar]:
    """What is furthest behind first."""
    ordered = sorted(tallied, key=lambda pair: (pair[1].percent, -pair[1].total))
    return [_bar(name, tally) for name, tally in ordered if tally.total]


def _bar(name: str, tally: Tally) -> Bar:
    shown = _("%(percent)d %% of %(total)d") % {"percent": tally.percent, "total": tally.total}
    return Bar(name, tally.percent, shown)
