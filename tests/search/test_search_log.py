"""What readers search for is counted, and nothing about who they are."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone
from wagtail.models import ReferenceIndex

from guides.models import GuidePage
from knowledge import staff
from knowledge.brief import WAIT
from knowledge.models import SearchClick, SearchLogEntry
from knowledge.search import log
from tests import factories
from tests.conftest import Hall


def search(client: Client, text: str, language: str = "zh-hans", **query: str) -> BeautifulSoup:
    answer = client.get(f"/{language}/search/", {"q": text, **query})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def rows() -> list[tuple[Any, ...]]:
    return list(SearchLogEntry.objects.order_by("pk").values_list("language", "query", "hits", "times", "clicks"))


def token_of(page: BeautifulSoup, text: str = "") -> str:
    links = [link for link in page.select("a[data-click]") if text in link.text]
    return str(links[0]["data-click"])


def open_result(client: Client, token: str) -> int:
    return client.post("/zh-hans/search/clicks/", {"token": token}).status_code


def test_the_same_words_are_counted_together_however_they_are_written(guide: GuidePage, client: Client) -> None:
    for text in ("結婚登記", "结婚登记", " 结婚登记？"):
        search(client, text)
    assert rows() == [("zh-hans", "结婚登记", 1, 3, 0)]
    assert SearchLogEntry.objects.get().day == timezone.localdate()


def test_each_language_is_counted_apart(guide: GuidePage, client: Client) -> None:
    search(client, "Marriage", "en")
    search(client, "marriage")
    assert rows() == [("en", "marriage", 1, 1, 0), ("zh-hans", "marriage", 1, 1, 0)]


def test_nothing_is_known_of_a_reader() -> None:
    fields = {field.name for model in (SearchLogEntry, SearchClick) for field in model._meta.fields}
    assert fields == {"id", "day", "language", "query", "hits", "times", "clicks", "search", "page"}


def test_the_hits_are_those_of_the_last_time(hall: Hall, client: Client) -> None:
    search(client, "结婚登记")
    assert rows() == [("zh-hans", "结婚登记", 0, 1, 0)]
    factories.GuidePageFactory(parent=hall.civil_affairs)
    search(client, "结婚登记")
    assert rows() == [("zh-hans", "结婚登记", 1, 2, 0)]


def test_further_pages_and_narrowed_down_ones_are_the_same_search(many: list[str], client: Client) -> None:
    first = search(client, "许可")
    second = search(client, "许可", page="2")
    search(client, "许可", kind="guide")
    assert [row[3] for row in rows()] == [1]
    assert first.select("a[data-click]")
    open_result(client, token_of(second))
    assert rows()[0][4] == 1


@pytest.mark.parametrize(
    "text", ["", "？！", "511802199003071234", "13800138000", "lihua@example.com", "川T12345", "我" * 90]
)
def test_what_may_be_personal_or_is_nothing_is_not_counted(guide: GuidePage, client: Client, text: str) -> None:
    assert not search(client, text).select("[data-click], [data-clicks]")
    assert rows() == []


def test_a_long_number_that_is_the_code_of_an_item_is_counted(guide: GuidePage, client: Client) -> None:
    GuidePage.objects.filter(pk=guide.pk).update(task_code="115118000086500034511801001000")
    call_command("rebuild_search", verbosity=0)
    search(client, "115118000086500034511801001000")
    search(client, "115118000086500034511801009999")
    assert [row[1] for row in rows()] == ["115118000086500034511801001000"]


def test_programs_are_not_counted(guide: GuidePage, client: Client) -> None:
    client.get("/zh-hans/search/", {"q": "结婚", "format": "json"})
    assert rows() == []


def test_staff_are_not_counted_and_others_who_log_in_are(guide: GuidePage, client: Client) -> None:
    client.force_login(factories.UserFactory(groups=[staff.window_clerks()]))
    search(client, "结婚")
    assert rows() == []
    client.force_login(factories.UserFactory(username="no-staff"))
    search(client, "结婚")
    assert len(rows()) == 1


def test_a_hall_may_keep_nothing_at_all(guide: GuidePage, client: Client, settings: Any) -> None:
    settings.SEARCH_LOG_DAYS = 0
    search(client, "结婚")
    assert rows() == []


def test_a_failure_to_count_is_not_the_readers_and_does_not_tell_what_was_asked(
    guide: GuidePage, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(*args: object) -> None:
        raise DatabaseError("Key (query)=(结婚登记) is locked")

    monkeypatch.setattr(type(SearchLogEntry.objects.all()), "count_up", refuses)
    with caplog.at_level(logging.WARNING, "knowledge.search.log"):
        page = search(client, "结婚登记")
    assert page.select(".hit")
    assert not page.select("[data-click]")
    assert caplog.messages == ["A search was not counted: DatabaseError"]
    assert "结婚" not in caplog.text


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL locks rows, not the database")
def test_a_reader_does_not_wait_long_for_another_writer(
    guide: GuidePage, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def patience() -> int:
        return int(connection.connection.execute("pragma busy_timeout").fetchone()[0])

    seen = []
    monkeypatch.setattr(type(SearchLogEntry.objects.all()), "count_up", lambda *args: seen.append(patience()))
    usual = patience()
    search(client, "结婚登记")
    assert seen == [WAIT]
    assert patience() == usual > WAIT


def test_no_search_is_lost_when_many_ask_at_once(own_database: None) -> None:
    def ask(_reader: int) -> None:
        for _time in range(25):
            SearchLogEntry.objects.count_up(date(2026, 11, 27), "zh-hans", "结婚", 1)
        connection.close()

    with ThreadPoolExecutor(6) as readers:
        list(readers.map(ask, range(6)))
    assert SearchLogEntry.objects.values_list("query", "times").get() == ("结婚", 150)


def test_an_opened_result_is_counted_with_its_page(guide: GuidePage, client: Client) -> None:
    token = token_of(search(client, "结婚登记"))
    assert [open_result(client, token) for _time in range(2)] == [204, 204]
    assert rows() == [("zh-hans", "结婚登记", 1, 1, 2)]
    click = SearchClick.objects.get()
    assert (click.page_id, click.times) == (guide.pk, 2)


def test_a_click_needs_no_token_against_forgery(guide: GuidePage) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert open_result(strict, token_of(search(strict, "结婚登记"))) == 204


@pytest.mark.parametrize("token", ["", "x", "WzEsMV0:1abc:def", "[1, 1]"])
def test_a_token_that_is_not_ours_is_refused(guide: GuidePage, client: Client, token: str) -> None:
    search(client, "结婚登记")
    assert open_result(client, token) == 400
    assert rows()[0][4] == 0


def test_a_token_for_another_page_cannot_be_made_from_one(guide: GuidePage, client: Client) -> None:
    payload, _dot, signature = token_of(search(client, "结婚登记")).partition(":")
    forged = log.click_token(1, 1).partition(":")[0]
    assert payload != forged
    assert open_result(client, f"{forged}:{signature}") == 400


def test_a_token_ends_after_a_day(guide: GuidePage, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    token = token_of(search(client, "结婚登记"))
    monkeypatch.setattr(log, "CLICK_LIFE", timedelta(seconds=-1))
    assert open_result(client, token) == 400


def test_what_is_gone_meanwhile_is_ignored(guide: GuidePage, client: Client) -> None:
    token = token_of(search(client, "结婚登记"))
    guide.delete()
    assert open_result(client, token) == 204
    SearchLogEntry.objects.all().delete()
    assert open_result(client, token) == 204
    assert not SearchClick.objects.exists()


def test_a_click_is_only_posted(client: Client, db: None) -> None:
    assert client.get("/zh-hans/search/clicks/").status_code == 405


def test_a_click_is_no_use_of_a_page() -> None:
    assert not ReferenceIndex.model_is_indexable(SearchClick)


def test_old_rows_are_removed_and_those_of_the_last_day_stay(guide: GuidePage, settings: Any) -> None:
    settings.SEARCH_LOG_DAYS = 180
    today = date(2026, 11, 27)
    for age in (0, 180, 181, 400):
        key = SearchLogEntry.objects.count_up(today - timedelta(days=age), "zh-hans", f"第{age}天", 1)
        SearchClick.objects.count_up(key, guide.pk)
    assert log.prune(today) == 2
    assert [row[1] for row in rows()] == ["第0天", "第180天"]
    assert SearchClick.objects.count() == 2
    assert log.prune(today) == 0


def test_the_command_says_how_many_were_removed(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    SearchLogEntry.objects.count_up(timezone.localdate() - timedelta(days=900), "zh-hans", "旧", 1)
    call_command("prune_search_log")
    assert capsys.readouterr().out == "1 rows removed.\n"
