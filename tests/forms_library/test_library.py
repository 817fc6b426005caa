"""The list of forms, and forms in the public search."""

from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from forms_library.models import FormPage
from tests import factories
from tests.conftest import Hall


def names(client: Client, language: str = "zh-hans", **query: str) -> list[str]:
    response = client.get(f"/{language}/forms/", query)
    assert response.status_code == HTTPStatus.OK
    return [title.text for title in BeautifulSoup(response.content, "lxml").select(".card-list h2")]


def facets(client: Client, **query: str) -> dict[str, list[str]]:
    """Each facet with its options: ``{"部门": ["雅安市民政局 1"]}``."""
    found = BeautifulSoup(client.get("/zh-hans/forms/", query).content, "lxml")
    return {
        group.summary.text: [" ".join(option.text.split()) for option in group.select("li")]
        for group in found.select(".facets details")
        if group.summary
    }


@pytest.fixture
def library(hall: Hall, form: FormPage) -> list[FormPage]:
    """Three forms with files of different days, and two that readers cannot have."""
    day = timezone.localdate()
    contract = factories.FormPageFactory(
        parent=hall.public_security,
        name_zh_hans="房屋租赁合同示范文本",
        name_en="Model lease",
        code="",
        kind="contract",
        written_in="bilingual",
        slug="lease",
    )
    roster = factories.FormPageFactory(
        parent=hall.public_security, name_zh_hans="流动人口登记表", name_en="", code="", kind="roster", slug="roster"
    )
    factories.FormVersionFactory(page=form, texts=["双方当事人的民族"], dated=day.replace(year=2024))
    factories.FormVersionFactory(page=contract, texts=["甲方\nLandlord", "乙方\nTenant"], dated=day.replace(year=2025))
    factories.FormVersionFactory(page=roster, dated=day.replace(year=2023), fillable=True)
    factories.FormVersionFactory(page=factories.FormPageFactory(parent=hall.civil_affairs, slug="draft"), state="draft")
    factories.FormVersionFactory(
        page=factories.FormPageFactory(parent=hall.civil_affairs, slug="unpublished", publish=False)
    )
    return [form, contract, roster]


def test_a_library_without_forms_says_so(client: Client, hall: Hall) -> None:
    assert "还没有表格" in client.get("/zh-hans/forms/").content.decode()


def test_all_forms_are_listed_the_newest_first(client: Client, library: list[FormPage]) -> None:
    assert names(client) == ["房屋租赁合同示范文本", "结婚登记申请书", "流动人口登记表"]
    assert names(client, "en") == ["Model lease", "Application for marriage registration", "流动人口登记表"]


def test_forms_are_found_by_their_names_their_codes_and_what_is_printed_on_them(
    client: Client, library: list[FormPage]
) -> None:
    assert names(client, q="结婚申请书")[0] == "结婚登记申请书"
    assert names(client, q="民婚-01")[0] == "结婚登记申请书"
    assert names(client, q="民族") == ["结婚登记申请书"]
    assert names(client, q="乙方") == ["房屋租赁合同示范文本"]
    assert names(client, "en", q="tenant") == ["Model lease"]


def test_words_that_no_form_has_say_so_and_offer_more(client: Client, library: list[FormPage]) -> None:
    found = BeautifulSoup(client.get("/zh-hans/forms/", {"q": "qqqq"}).content, "lxml")
    assert found.select(".empty a[href='/zh-hans/forms/']")


def test_forms_can_be_narrowed_down(client: Client, library: list[FormPage], hall: Hall) -> None:
    found = facets(client)
    assert found["部门"] == ["雅安市公安局 2", "雅安市民政局 1"]
    assert found["表格语言"] == ["中文 2", "中英文 1"]
    assert found["填写方式"] == ["可在线填写 1", "下载打印填写 2"]
    assert set(found) == {"部门", "表格种类", "表格语言", "填写方式"}
    department = str(hall.public_security.pk)
    assert names(client, department=department, written="bilingual") == ["房屋租赁合同示范文本"]
    assert names(client, topic="individual/060") == ["结婚登记申请书"]
    assert names(client, fillable="yes") == ["流动人口登记表"]
    assert names(client, form="roster", written="bilingual") == []


def test_what_was_chosen_can_be_taken_back(client: Client, library: list[FormPage]) -> None:
    found = BeautifulSoup(client.get("/zh-hans/forms/", {"form": "roster"}).content, "lxml")
    assert [link["href"] for link in found.select(".chosen a")] == ["?", "?q="]


def test_a_form_that_was_withdrawn_a_moment_ago_is_not_listed(client: Client, library: list[FormPage]) -> None:
    assert len(names(client)) == 3
    library[0].versions.update(state="withdrawn")
    assert names(client) == ["房屋租赁合同示范文本", "流动人口登记表"]


@pytest.mark.parametrize("query", [{"page": "x"}, {"department": "9" * 30}, {"q": "\x00"}, {"written": "klingon"}])
def test_odd_addresses_show_the_list(client: Client, library: list[FormPage], query: dict[str, str]) -> None:
    assert len(names(client, **query)) == 3


def test_the_search_of_the_hall_finds_forms_as_a_kind_of_their_own(client: Client, library: list[FormPage]) -> None:
    found = client.get("/zh-hans/search/", {"q": "流动人口登记表", "format": "json"}).json()["results"]
    assert [(hit["type"], hit["title"]) for hit in found[:1]] == [("form", "流动人口登记表")]
    page = BeautifulSoup(client.get("/zh-hans/search/", {"q": "乙方"}).content, "lxml")
    assert "乙方" in page.select_one(".hit-passage").text  # type: ignore[union-attr]


def test_the_sitemap_has_the_forms_that_readers_can_have(client: Client, library: list[FormPage]) -> None:
    text = client.get("/sitemap-forms.xml").content.decode()
    assert "/zh-hans/departments/public-security/lease/" in text
    assert "/en/forms/" in text
    assert "/departments/civil-affairs/draft/" not in text
