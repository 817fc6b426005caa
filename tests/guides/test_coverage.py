"""The report of how far translations have come."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from guides.coverage import figures
from guides.models import GuidePage
from knowledge.models import User
from tests.conftest import Hall
from tests.freshness.test_publishing import publish
from translations.freshness.counting import Tally, keep_today, tallies, total
from translations.freshness.states import State, state_of
from translations.models import CoverageDay, TranslatedText


@pytest.fixture
def known(guide: GuidePage) -> GuidePage:
    """An item of which everything is recorded, its English reviewed, one text of it outdated."""
    publish(guide, translation_reviewed_en=True)
    return publish(guide, name_zh_hans="离婚登记")


def test_texts_are_counted_by_their_state(known: GuidePage) -> None:
    texts = list(TranslatedText.objects.filter(page=known).exclude(source=""))
    states = [state_of(text.source, text.target, text.made_from, text.reviewed) for text in texts]
    tally = figures.by_page("en")[known.pk]
    assert tally == Tally(**{state.value: states.count(state) for state in State})
    assert (tally.total, tally.outdated) == (len(texts), 1)
    assert total(tallies(TranslatedText.objects.all(), "field").values()) == figures.whole(figures.by_page("en"))


def test_nothing_is_no_per_cent_of_nothing() -> None:
    assert (Tally().percent, Tally(reviewed=1, missing=1).percent) == (0, 50)


def test_departments_topics_and_applicants_are_behind_by_their_own_pages(known: GuidePage, hall: Hall) -> None:
    pages = figures.by_page("en")
    departments = {bar.label: bar for bar in figures.by_department(pages)}
    ours = total(tally for key, tally in pages.items() if key in {known.pk, hall.civil_affairs.pk})
    assert departments[hall.civil_affairs.title].value == ours.percent
    assert str(ours.total) in departments[hall.civil_affairs.title].shown
    assert len(figures.by_audience(pages)) == len(known.audiences)
    assert len(figures.by_topic(pages)) == known.topics.count()
    values = [bar.value for bar in figures.by_department(pages)]
    assert values == sorted(values)


def test_days_are_kept_for_the_trend_one_for_each_week(known: GuidePage) -> None:
    today = timezone.localdate()
    for days in (0, 1, 8, 9, 300):
        keep_today(today - timedelta(days=days))
    keep_today(today)
    assert CoverageDay.objects.count() == 5
    assert len(figures.trend("en", today)) == 2
    assert figures.trend("en", today)[-1].value == figures.whole(figures.by_page("en")).percent


def test_the_report_is_shown_and_downloaded(admin: Client, superuser: User, known: GuidePage) -> None:
    page = admin.get("/admin/coverage/", {"language": "xx"}).content.decode()
    assert "<svg" in page
    assert known.get_parent().title in page
    table = admin.get("/admin/coverage/", {"format": "csv"}).content.decode()
    assert known.get_parent().title in table


def test_the_report_of_an_empty_hall_says_so(admin: Client) -> None:
    assert admin.get("/admin/coverage/").status_code == 200
