"""The overview for the centre: whose figures somebody sees, each with its list and trend, and what is to do."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage
from knowledge.models import Consultation, FigureWeek, Gap, SearchLogEntry, User
from knowledge.overview.registry import duties_of, figures
from knowledge.overview.scope import by_department, scope_of
from knowledge.overview.trend import keep, measure, trends, week_of
from tests.conftest import Hall
from tests.factories import AnswerPageFactory
from translations.models import TranslatedText

ADDRESS = "/admin/overview/"


def ask(department: Any, days: int = 5) -> Consultation:
    """A question of a reader, due in so many days."""
    number = Consultation.objects.count()
    due = timezone.localdate() + timedelta(days=days)
    return Consultation.objects.create(
        code=f"C{number}",
        nonce=str(number),
        question="要多久？",
        language="zh-hans",
        department=department,
        due_on=due,
    )


def shown(client: Client) -> dict[str, int]:
    """The figures of the page, by their labels."""
    soup = BeautifulSoup(client.get(ADDRESS).content, "lxml")
    found = {}
    for figure in soup.select(".overview-figure"):
        label, number = figure.select_one("dt"), figure.select_one("dd a")
        assert label is not None
        assert number is not None
        found[label.get_text()] = int(number.get_text())
    return found


def test_an_editor_sees_their_department_and_a_reviewer_all(
    hall: Hall, guide: GuidePage, civil_affairs_editor: Client, public_security_editor: Client, reviewer: Client
) -> None:
    ask(hall.civil_affairs)
    ask(hall.public_security)
    ask(None)
    assert shown(civil_affairs_editor)["已发布的事项"] == 1
    assert shown(public_security_editor)["已发布的事项"] == 0
    assert shown(civil_affairs_editor)["待答复"] == shown(public_security_editor)["待答复"] == 1
    assert shown(reviewer)["待答复"] == 3, "what belongs to no department, too"


@pytest.mark.parametrize("role", ["window_clerk", "citizen"])
def test_who_edits_nothing_has_no_overview(request: pytest.FixtureRequest, role: str, hall: Hall) -> None:
    assert request.getfixturevalue(role).get(ADDRESS).status_code == 302


def test_departments_are_compared_for_those_who_see_several(
    hall: Hall, civil_affairs_editor: Client, reviewer: Client
) -> None:
    title = hall.public_security.title
    assert title in reviewer.get(ADDRESS).content.decode()
    assert title not in civil_affairs_editor.get(ADDRESS).content.decode()


def test_every_number_leads_to_its_list(hall: Hall, guide: GuidePage, admin_client: Client) -> None:
    soup = BeautifulSoup(admin_client.get(ADDRESS).content, "lxml")
    addresses = {str(link["href"]) for link in soup.select(".overview-figure a, .overview-table a")}
    assert len(addresses) >= 10
    for address in addresses:
        assert admin_client.get(address).status_code == 200, address


@pytest.mark.parametrize("narrowed", ["in_work=on", "open=on"])
def test_the_list_of_items_has_as_many_as_the_figure_says(
    hall: Hall, guide: GuidePage, admin_client: Client, narrowed: str
) -> None:
    guide.steps.all().delete()
    draft = guide.get_latest_revision_as_object()
    draft.summary_zh_hans = "改了"
    draft.save_revision()
    key = {"in_work=on": "items_in_work", "open=on": "items_incomplete"}[narrowed]
    assert measure()[key] == {hall.civil_affairs.pk: 1}
    for department, number in ((hall.civil_affairs, 1), (hall.public_security, 0)):
        answer = admin_client.get(f"/admin/items/?{narrowed}&department={department.pk}")
        assert len(answer.context["pages"]) == number


def test_the_list_of_answers_has_those_to_look_at_again(guide: GuidePage, admin_client: Client) -> None:
    parent = guide.get_parent().specific
    late = AnswerPageFactory(parent=parent, slug="late", review_by=timezone.localdate() - timedelta(days=1))
    AnswerPageFactory(parent=parent, slug="fresh")
    answer = admin_client.get("/admin/answers/?due=on")
    assert [page.pk for page in answer.context["pages"]] == [late.pk]


def test_translations_are_listed_below_one_department(hall: Hall, guide: GuidePage, admin_client: Client) -> None:
    guide.save_revision().publish()
    TranslatedText.objects.filter(page=guide).update(target="")
    for department, number in ((hall.civil_affairs, True), (hall.public_security, False)):
        address = f"/admin/translations/?state=missing&below={department.pk}"
        assert (guide.title in admin_client.get(address).content.decode()) is number
    for wrong in ("x", "9" * 30, "-1", "٣"):
        assert admin_client.get("/admin/translations/", {"below": wrong}).status_code == 200


def test_it_comes_as_a_file(hall: Hall, guide: GuidePage, reviewer: Client) -> None:
    lines = reviewer.get(ADDRESS, {"format": "csv"}).content.decode("utf-8-sig").splitlines()
    assert f"已发布的事项,{hall.civil_affairs.title},1" in lines
    assert "已发布的事项,合计,1" in lines


def test_a_week_is_kept_once_and_old_weeks_are_forgotten(hall: Hall, guide: GuidePage, reviewer: Client) -> None:
    today = date(2026, 11, 25)
    keep(today)
    keep(today + timedelta(days=1))
    guide.unpublish()
    keep(today + timedelta(days=7))
    scope = scope_of(User.objects.get(username="reviewer"))
    points = trends(scope, today + timedelta(days=8))["items"]
    assert points == [(week_of(today), 1), (week_of(today) + timedelta(days=7), 0)]
    ask(None)
    keep(today + timedelta(weeks=200))
    assert {row.week for row in FigureWeek.objects.all()} == {week_of(today + timedelta(weeks=200))}


def test_the_trend_is_drawn_from_two_weeks_on(hall: Hall, guide: GuidePage, reviewer: Client) -> None:
    this_week = week_of(timezone.localdate())
    for weeks_ago in (0, 1):
        FigureWeek.objects.create(
            week=this_week - timedelta(weeks=weeks_ago), figure="items", department=hall.civil_affairs, number=weeks_ago
        )
        drawn = BeautifulSoup(reviewer.get(ADDRESS).content, "lxml").select("svg.trend")
        assert len(drawn) == weeks_ago


def test_searches_in_vain_belong_to_nobody(hall: Hall) -> None:
    today = timezone.localdate()
    for query, hits, day in (("火箭", 0, today), ("火箭", 0, today - timedelta(days=3)), ("户口", 7, today)):
        SearchLogEntry.objects.create(day=day, language="zh-hans", query=query, hits=hits)
    assert measure()["searched_in_vain"] == {None: 1}


def test_rows_of_no_department_are_counted_for_none(hall: Hall) -> None:
    assert by_department(GuidePage.objects.all()) == {}
    assert by_department(type(hall.index).objects.all()) == {None: 1}


def test_what_is_late_stands_first_and_nothing_is_said_of_nothing(hall: Hall, civil_affairs_editor: Client) -> None:
    user = User.objects.get(username="editor-civil-affairs")
    assert duties_of(user) == []
    ask(hall.civil_affairs)
    ask(hall.civil_affairs, days=-2)
    ask(hall.public_security, days=-2)
    Gap.objects.create(title="火箭", people=3, assigned_to=user, due_on=timezone.localdate() - timedelta(days=1))
    assert [(duty.count, duty.is_late) for duty in duties_of(user)] == [(1, True), (1, True), (1, False)]
    home = BeautifulSoup(civil_affairs_editor.get("/admin/").content, "lxml")
    panel = home.select_one("#today")
    assert panel is not None
    assert len(panel.parent.select("li")) == 3  # type: ignore[union-attr]


def test_a_figure_out_of_another_is_one_that_there_is() -> None:
    keys = {figure.key for figure in figures()}
    assert {figure.out_of for figure in figures()} - {""} <= keys
