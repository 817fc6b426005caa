"""What readers search for, seen and acted on by those in charge."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from guides.models import GuidePage
from knowledge.models import SearchClick, SearchLogEntry
from tests.conftest import Hall

MOST, NOTHING, NEVER = (f"/admin/searches/{report}/" for report in ("most-searched", "nothing-found", "never-clicked"))


def logged(query: str, hits: int = 0, times: int = 1, language: str = "zh-hans", ago: int = 0, clicks: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=ago)
    for _time in range(times):
        key = SearchLogEntry.objects.count_up(day, language, query, hits)
    for _time in range(clicks):
        SearchClick.objects.count_up(key, None)


def listed(client: Client, address: str, **query: str) -> list[str]:
    answer = client.get(address, query)
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "lxml")
    return [link.get_text(strip=True) for link in page.select("table.listing td.title .title-wrapper a")]


@pytest.fixture
def searches(hall: Hall) -> None:
    logged("身份证", hits=9, times=3, clicks=1)
    logged("汪星人打针", times=2)
    logged("汪星人打针", ago=3)
    logged("visa", hits=4, language="en")
    logged("养狗", hits=0, ago=40)
    logged("养狗", hits=2, ago=20)


@pytest.mark.usefixtures("searches")
def test_each_report_has_its_queries_the_most_frequent_first(reviewer: Client) -> None:
    assert listed(reviewer, MOST) == ["汪星人打针", "身份证", "visa", "养狗"]
    assert listed(reviewer, NOTHING) == ["汪星人打针"]
    assert listed(reviewer, NEVER) == ["visa", "养狗"]


@pytest.mark.usefixtures("searches")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"days": "7"}, ["汪星人打针", "身份证", "visa"]),
        ({"days": "90", "ordering": "query"}, ["visa", "养狗", "汪星人打针", "身份证"]),
        ({"language": "en"}, ["visa"]),
        ({"q": "狗"}, ["养狗"]),
        ({"ordering": "-found"}, ["身份证", "visa", "养狗", "汪星人打针"]),
    ],
)
def test_a_report_is_narrowed_down_and_ordered(reviewer: Client, query: dict[str, str], expected: list[str]) -> None:
    found = listed(reviewer, MOST, **query)
    assert sorted(found) == sorted(expected) if query.get("ordering") == "query" else found == expected


@pytest.mark.parametrize("query", [{"days": "x"}, {"days": "-1"}, {"language": "xx"}, {"p": "99"}, {"ordering": "day"}])
@pytest.mark.usefixtures("searches")
def test_a_bad_address_is_no_error(reviewer: Client, query: dict[str, str]) -> None:
    assert reviewer.get(MOST, query).status_code == 200


def test_an_empty_report_says_so(reviewer: Client) -> None:
    assert listed(reviewer, NOTHING) == []


def test_a_long_report_has_pages(reviewer: Client) -> None:
    for number in range(51):
        logged(f"搜索{number:02}")
    assert len(listed(reviewer, MOST)) == 50
    assert len(listed(reviewer, MOST, p="2")) == 1


@pytest.mark.usefixtures("searches")
def test_a_report_can_be_taken_away(reviewer: Client) -> None:
    answer = reviewer.get(NOTHING, {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content)))["Sheet1"]  # type: ignore[attr-defined]
    heading, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert heading == ["搜索词", "语言", "搜索次数", "结果数", "点开次数", "最近一次"]
    assert [row[:5] for row in rows] == [["汪星人打针", "zh-hans", 3, 0, 0]]
    answer = reviewer.get(MOST, {"export": "csv", "language": "en"})
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert lines[1:] == [f"visa,en,1,4,0,{timezone.localdate()}"]


@pytest.mark.parametrize(
    ("actor", "may_see"),
    [
        ("reviewer", True),
        ("civil_affairs_editor", True),
        ("translator", False),
        ("window_clerk", False),
        ("citizen", False),
    ],
)
def test_editors_and_reviewers_see_the_reports_and_nobody_else(
    request: pytest.FixtureRequest, hall: Hall, actor: str, may_see: bool
) -> None:
    client: Client = request.getfixturevalue(actor)
    about = urlencode({"q": "扯证", "language": "zh-hans"})
    pages = [MOST, NOTHING, NEVER, *(f"/admin/searches/{name}/?{about}" for name in ("query", "everyday-name"))]
    assert {client.get(address).status_code == 200 for address in pages} == {may_see}
    assert ("thesaurus" in client.get(f"/admin/searches/synonym/?{about}")["Location"]) is may_see
    assert (MOST in client.get("/admin/", follow=True).content.decode()) is may_see


def links(client: Client, address: str) -> set[str]:
    page = BeautifulSoup(client.get(address).content, "lxml")
    return {link.get_text(strip=True) for link in page.select("main a")} & {"添加日常用语", "添加同义词", "添加推荐"}


@pytest.mark.usefixtures("searches")
def test_everybody_is_offered_what_they_may_do(reviewer: Client, civil_affairs_editor: Client) -> None:
    for address in (NOTHING, "/admin/searches/query/?q=扯证&language=zh-hans"):
        assert links(reviewer, address) == {"添加日常用语", "添加同义词", "添加推荐"}
        assert links(civil_affairs_editor, address) == {"添加日常用语", "添加同义词"}
    assert civil_affairs_editor.get("/admin/searches/promote/?q=扯证&language=zh-hans")["Location"] == "/admin/"
    assert civil_affairs_editor.get("/admin/searchpicks/queries/chooser/").status_code == 302


@pytest.mark.parametrize("query", ["", "q=扯证", "q=扯证&language=fr", "q=&language=en", "q=%00&language=en"])
def test_without_a_search_there_is_no_page_about_it(reviewer: Client, query: str) -> None:
    assert reviewer.get(f"/admin/searches/query/?{query}", follow=True).status_code == 404


def page_of(client: Client, query: str, **more: str) -> BeautifulSoup:
    answer = client.get(reverse("searches:query"), {"q": query, "language": "zh-hans", **more})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def test_a_search_is_shown_with_what_it_finds_and_what_readers_opened(
    reviewer: Client, guide: GuidePage, hall: Hall
) -> None:
    key = SearchLogEntry.objects.count_up(timezone.localdate(), "zh-hans", "结婚登记", 1)
    for page in (guide, guide, hall.public_security):
        SearchClick.objects.count_up(key, page.pk)
    shown = page_of(reviewer, "结婚登记")
    assert [cell.get_text(" ", strip=True) for cell in shown.select("table.listing td")] == [
        "内地居民结婚登记 雅安市民政局",
        "事项",
        "2",
    ]
    assert "雅安市公安局: 1" in shown.text
    assert "搜索 1 次" in shown.text
    assert "修改之前" not in shown.text


def test_what_was_found_before_stands_beside_it_as_far_as_it_is_public(
    reviewer: Client, guide: GuidePage, hall: Hall
) -> None:
    hall.public_security.unpublish()
    before = f"{hall.civil_affairs.pk},{hall.public_security.pk},x,,-1,{'9' * 30}"
    shown = page_of(reviewer, "结婚登记", before=before)
    assert [item.text for item in shown.select("h3 + ol li")] == ["雅安市民政局"]
    assert "新增" in shown.select("table.listing td")[0].text


def test_looking_after_a_change_takes_a_search_out_of_what_finds_nothing(reviewer: Client, guide: GuidePage) -> None:
    logged("结婚登记")
    page_of(reviewer, "结婚登记")
    assert listed(reviewer, NOTHING) == ["结婚登记"]
    page_of(reviewer, "结婚登记", before="")
    assert listed(reviewer, NOTHING) == []


def test_the_page_renews_itself_while_the_index_is_at_work(
    reviewer: Client, guide: GuidePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.searches.views.index_is_at_work", lambda: True)
    about: dict[str, Any] = {"q": "结婚登记", "language": "zh-hans"}
    assert "Refresh" not in reviewer.get(reverse("searches:query"), about)
    assert reviewer.get(reverse("searches:query"), {**about, "before": ""})["Refresh"] == "2"


def test_wagtails_own_report_which_counts_nothing_is_not_offered(admin: Client, hall: Hall) -> None:
    assert "search-terms" not in admin.get("/admin/").content.decode()
