"""Wagtail's own search finds Chinese words inside longer ones, on whatever database the tests run."""

import pytest
from django.test import Client

from guides.models import GuidePage
from knowledge.models import DepartmentPage
from tests.admin.browser import edit_address
from tests.conftest import Hall

NAME = "内地居民结婚登记"


def results(admin: Client, text: str) -> str:
    answer = admin.get("/admin/pages/search/", {"q": text})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("text", ["登记", "结婚", "居民结婚", "婚", "扯证", "marriage", "Marriages", "合影", NAME])
def test_the_explorer_finds_an_item(guide: GuidePage, admin: Client, text: str) -> None:
    assert edit_address(guide) in results(admin, text)


def test_the_explorer_finds_an_item_by_its_code(guide: GuidePage, admin: Client) -> None:
    assert edit_address(guide) in results(admin, guide.task_code)


def test_the_explorer_still_finds_pages_without_tokens(hall: Hall, admin: Client) -> None:
    assert f"/admin/pages/{hall.index.pk}/edit/" in results(admin, "部门")


@pytest.mark.parametrize("text", ["护照", "passport", "护"])
def test_the_explorer_finds_nothing_else(guide: GuidePage, admin: Client, text: str) -> None:
    assert edit_address(guide) not in results(admin, text)


@pytest.mark.parametrize("text", ['"', "AND", "(", "*", "婚*", "%", "'; --", "\\"])
def test_syntax_in_the_explorer_is_harmless(guide: GuidePage, admin: Client, text: str) -> None:
    results(admin, text)


def test_choosers_complete_chinese_words(guide: GuidePage) -> None:
    assert list(GuidePage.objects.autocomplete("结婚")) == [guide]
    assert [page.title for page in DepartmentPage.objects.autocomplete("公安")] == ["雅安市公安局"]
