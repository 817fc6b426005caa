"""Narrowing down what was found."""

import time
from collections.abc import Collection

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.search import facets
from tests import factories
from tests.conftest import Hall


@pytest.fixture
def four(hall: Hall) -> Hall:
    """Four items that have a word in common and differ in everything else."""
    for name, department, visits, audiences in (
        ("登记甲", hall.civil_affairs, 0, ["individual"]),
        ("登记乙", hall.civil_affairs, 1, ["individual", "enterprise"]),
        ("登记丙", hall.public_security, 1, ["enterprise"]),
        ("登记丁", hall.public_security, 3, ["enterprise"]),
    ):
        factories.GuidePageFactory(
            parent=department, name_zh_hans=name, visits=visits, audiences=audiences, everyday_names_zh_hans=""
        )
    return hall


def found(client: Client, **chosen: str | list[str]) -> set[str]:
    answer = client.get("/zh-hans/search/", {"q": "登记", "format": "json", **chosen}).json()
    assert answer["count"] == len(answer["results"])
    return {hit["title"][-1] for hit in answer["results"]}


def options(client: Client, query: str = "", language: str = "zh-hans") -> dict[str, dict[str, int]]:
    page = BeautifulSoup(client.get(f"/{language}/search/?q=登记{query}").content.decode(), "lxml")
    return {
        group.select_one("summary").get_text(strip=True): {  # type: ignore[union-attr]
            option.select_one("a").get_text(strip=True): int(option.select_one("span:last-child").get_text())  # type: ignore[union-attr]
            for option in group.select("li")
        }
        for group in page.select(".facets details")
    }


def test_values_of_one_facet_add_up_and_facets_limit_each_other(four: Hall, client: Client) -> None:
    assert found(client) == set("甲乙丙丁")
    assert found(client, visits="1") == set("乙丙")
    assert found(client, visits=["0", "1"]) == set("甲乙丙")
    assert found(client, visits="1", audience="individual") == {"乙"}
    assert found(client, department=str(four.public_security.pk), visits="more") == {"丁"}


def test_each_option_says_how_many_it_would_give(four: Hall, client: Client) -> None:
    counts = options(client)
    assert counts["到现场次数"] == {"无需到现场": 1, "到现场 1 次": 2, "到现场多次": 1}
    assert counts["部门"] == {"雅安市民政局": 2, "雅安市公安局": 2}
    for group, numbers in options(client, "&audience=enterprise").items():
        if group == "到现场次数":
            assert numbers == {"到现场 1 次": 2, "到现场多次": 1}


def test_the_counts_of_a_facet_do_not_depend_on_its_own_choice(four: Hall, client: Client) -> None:
    assert options(client, "&visits=0")["到现场次数"] == options(client)["到现场次数"]


def test_a_choice_can_be_taken_back(four: Hall, client: Client) -> None:
    page = BeautifulSoup(client.get("/zh-hans/search/?q=登记&visits=0&page=1").content.decode(), "lxml")
    chip = page.select_one(".chosen a.chip")
    assert chip is not None
    assert "visits" not in str(chip["href"])
    assert "page" not in str(chip["href"])
    assert client.get(f"/zh-hans/search/{chip['href']}&format=json").json()["count"] == 4


def test_a_choice_that_leaves_nothing_can_be_taken_back_too(four: Hall, client: Client) -> None:
    page = client.get("/zh-hans/search/?q=登记甲&visits=more").content.decode()
    assert 'class="chip"' in page


def test_english_readers_narrow_down_in_english(four: Hall, client: Client) -> None:
    counts = options(client, language="en")
    assert counts["Visits in person"] == {"No visit needed": 1, "1 visit": 2, "More than one visit": 1}


@pytest.mark.parametrize("chosen", ["visits=99", "visits=", "visits=0 1", "department=x", "department=-1", "topic=%00"])
def test_what_no_facet_knows_is_left_out(four: Hall, client: Client, chosen: str) -> None:
    assert client.get(f"/zh-hans/search/?q=登记&format=json&{chosen}").json()["count"] == 4


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chosen=st.dictionaries(st.sampled_from(["kind", "department", "topic", "visits", "district"]), st.text(max_size=40))
)
def test_any_choice_is_answered(four: Hall, client: Client, chosen: dict[str, str]) -> None:
    assert client.get("/en/search/", {"q": "登记", **chosen}).status_code == 200


def test_narrowing_takes_few_queries(four: Hall, client: Client) -> None:
    client.get("/zh-hans/search/?q=登记&visits=1&audience=enterprise")
    with CaptureQueriesContext(connection) as asked:
        client.get("/zh-hans/search/?q=登记&visits=1&audience=enterprise")
    assert len(asked) <= 24


def test_names_of_the_database_are_read_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"a": "甲", "b": "乙", "c": "丙"}
    asked: list[list[str]] = []

    def read(values: Collection[str]) -> dict[str, str]:
        asked.append([*values])
        return {value: names[value] for value in values if value in names}

    labels = facets.remembered("test", read)
    assert labels(["b", "a", "none"]) == {"b": "乙", "a": "甲"}
    assert labels(["a", "c"]) == {"a": "甲", "c": "丙"}  # in the order of the values
    assert labels(["none"]) == {}  # what is not there now may be there in a moment
    assert asked == [["b", "a", "none"], ["c"], ["none"]]
    with translation.override("en"):
        labels(["a"])
    assert asked[-1] == ["a"]
    later = time.time() + facets.FRESH + 1
    monkeypatch.setattr(time, "time", lambda: later)
    names["a"] = "新"
    assert labels(["a"]) == {"a": "新"}
